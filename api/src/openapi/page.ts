// The API to read: one page, made on the server from the OpenAPI document, with everything on it so that the browser's
// own search finds it. It needs no script and loads nothing but its style sheet.

import type { JsonObject, OpenApiDocument, OpenApiOperation } from './document.ts';
import { attribute, markup, raw } from './markup.ts';
import type { Markup } from './markup.ts';
import { fieldsOf } from './fields.ts';

type Placed = { readonly path: string; readonly method: string; readonly operation: OpenApiOperation };

/**
 * The page.
 * @param origin of the server, for the examples
 */
export function documentationPage(document: OpenApiDocument, origin: string, styleSheet: string): string {
  const placed = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groups = document.tags.map(({ name }) => ({
    name,
    operations: placed.filter(({ operation }) => operation.tags[0] === name),
  }));
  const { title, version, description } = document.info as {
    readonly title: string;
    readonly version: string;
    readonly description: string;
  };
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} API</title>
<link rel="stylesheet" href="${attribute(styleSheet)}">
</head>
<body>
<header>
<h1>${title} API <small>${version}</small></h1>
<p>${prose(description)}</p>
<p>The lines for the shell expect a session in <code>session.txt</code>: signing in with <code>curl -c session.txt</code> writes it there.</p>
<p>The same as a machine reads it: <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).</p>
</header>
<nav aria-label="Operations">
${groups.map(
  ({ name, operations }) => markup`<details open><summary>${name}</summary><ul>
${operations.map(({ operation }) => markup`<li><a href="#${attribute(operation.operationId)}">${operation.summary}</a></li>`)}
</ul></details>`,
)}
</nav>
<main>
${groups.map(
  ({ name, operations }) => markup`<section aria-label="${attribute(name)}"><h2>${name}</h2>
${operations.map((one) => article(one, document, origin))}
</section>`,
)}
</main>
</body>
</html>
`.text;
}

function article({ path, method, operation }: Placed, document: OpenApiDocument, origin: string): Markup {
  const { operationId, summary, description, parameters = [], requestBody, responses, security } = operation;
  const body = jsonBody(requestBody);
  return markup`<article id="${attribute(operationId)}">
<h3><a href="#${attribute(operationId)}">${summary}</a></h3>
<p class="address"><b>${method}</b> <code>${path}</code>${security.length === 0 ? markup` <span>no session needed</span>` : ''}</p>
${description.split('\n\n').map((paragraph) => markup`<p>${prose(paragraph)}</p>`)}
${table(
  'Parameters',
  ['Name', 'In', 'Meaning'],
  // What every operation takes is told once, at the top.
  parameters
    .filter((parameter) => !('$ref' in parameter))
    .map((parameter) => [
      markup`<code>${parameter['name']}</code>`,
      markup`${parameter['in']}`,
      prose(String(parameter['description'])),
    ]),
)}
${table(
  'Body',
  ['Field', 'Type', 'Meaning'],
  body
    ? fieldsOf(body.schema, document.components.schemas).map(({ name, type, required, note }) => [
        markup`<code>${name}</code>`,
        markup`${type}${required ? '' : ', optional'}`,
        prose(note),
      ])
    : [],
)}
${table(
  'Answers',
  ['Status', 'Meaning', 'Media type'],
  Object.entries(responses).map(([status, response]) => [
    markup`<code>${status}</code>`,
    prose(String(response['description'])),
    markup`${mediaTypesOf(response)}`,
  ]),
)}
<pre><code>${curl(method, path, origin, body?.example, requestBody !== undefined, security.length > 0)}</code></pre>
</article>
`;
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly Markup[])[]): Markup {
  if (rows.length === 0) return raw('');
  return markup`<table><caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
}

/** Text in which what stands between backticks is code. */
const prose = (text: string): Markup =>
  raw(
    text
      .split('`')
      .map((part, place) => (place % 2 === 0 ? attribute(part) : markup`<code>${part}</code>`).text)
      .join(''),
  );

const mediaTypesOf = (response: JsonObject): string =>
  Object.keys((response['content'] as JsonObject | undefined) ?? {}).join(', ');

function jsonBody(
  requestBody: JsonObject | undefined,
): { readonly schema: JsonObject; readonly example: unknown } | undefined {
  const content = requestBody?.['content'] as Record<string, { schema?: JsonObject; example?: unknown }> | undefined;
  const json = content?.['application/json'];
  return json?.schema ? { schema: json.schema, example: json.example } : undefined;
}

/** A line for the shell. Single quotes in the example are closed, escaped and opened again. */
function curl(
  method: string,
  path: string,
  origin: string,
  example: unknown,
  takesBody: boolean,
  needsSession: boolean,
): string {
  const address = `${origin}${path.replaceAll(/\{([a-z]+)\}/gi, (_whole, name: string) => (name === 'id' ? '$MEETING' : `$${name.toUpperCase()}`))}`;
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"${address}"`,
    ...(needsSession ? ['-b session.txt'] : []),
    ...(takesBody ? [`-H 'Content-Type: application/json'`] : []),
    ...(takesBody ? [`-d '${JSON.stringify(example ?? {}).replaceAll("'", String.raw`'\''`)}'`] : []),
  ];
  return parts.join(' \\\n  ');
}
