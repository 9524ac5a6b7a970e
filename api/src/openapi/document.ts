// The OpenAPI 3.1 document (OAS 3.1.1), made from the routes themselves: what has a route is in it, and nothing else.

import { STATUS_CODES } from 'node:http';
import { positionParameter } from '../http/position.ts';
import { PROBLEM_JSON } from '../http/problem.ts';
import { openApiPath } from '../http/route.ts';
import type { Content, Operation, Parameter, Route } from '../http/route.ts';
import { SchemaBook } from './schema-book.ts';
import { problemSchema } from './problem-schema.ts';

export type JsonObject = { readonly [name: string]: unknown };

export type OpenApiDocument = {
  readonly openapi: string;
  readonly info: JsonObject;
  readonly servers: readonly JsonObject[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: JsonObject & { readonly schemas: JsonObject };
};

export type OpenApiOperation = {
  readonly tags: readonly string[];
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly JsonObject[];
  readonly requestBody?: JsonObject;
  readonly responses: Readonly<Record<string, JsonObject>>;
  readonly security: readonly JsonObject[];
};

const SESSION = 'session';

/** Name of the parameter that every request may bring. */
const POSITION = 'Position';

/** Name of the cookie that a session is carried in, without https. */
const SESSION_COOKIE = 'rostrum';

/**
 * The document of these routes.
 * @param version of the program
 */
export function openApiDocument(routes: readonly Route[], version: string): OpenApiDocument {
  const book = new SchemaBook();
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const route of routes) {
    const path = (paths[openApiPath(route.path)] ??= {});
    path[route.method.toLowerCase()] = operationOf(route, book);
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Rostrum',
      version,
      description:
        'Commands in, queries out, the live stream. A command is a POST to the meeting with the name of what is done; it answers with a receipt once what happened is in the record. Errors are problem documents (RFC 9457) with a stable code. What was recorded answers with the header `Rostrum-Position`; any request that brings it, to whatever node, waits until that node can tell of it.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(({ operation }) => operation.group))].map((name) => ({ name })),
    paths,
    components: {
      parameters: { [POSITION]: parameterOf(positionParameter, book) },
      schemas: book.components(),
      securitySchemes: {
        [SESSION]: {
          type: 'apiKey',
          in: 'cookie',
          name: SESSION_COOKIE,
          description:
            'From POST /api/session, for people and programs alike. Over https its name is `__Host-rostrum`.',
        },
      },
    },
  };
}

function operationOf({ operation, access, path, pace }: Route, book: SchemaBook): OpenApiOperation {
  const { group, id, summary, description, body } = operation;
  const everywhere = pace === null ? [] : [{ $ref: `#/components/parameters/${POSITION}` }];
  const parameters = [...parametersOf(operation, path).map((parameter) => parameterOf(parameter, book)), ...everywhere];
  return {
    tags: [group],
    operationId: id,
    summary,
    description,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: body.required ?? true, content: contentOf(body, book, 'input') } } : {}),
    responses: { ...answersOf(operation, book), ...problemsOf(operation, access, pace !== null, book) },
    security: access === 'public' ? [] : [{ [SESSION]: [] }],
  };
}

/** Those described, and whatever else the path names. */
function parametersOf({ parameters = [] }: Operation, path: string): readonly Parameter[] {
  const named = new Set(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name));
  const missing = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name!).filter((name) => !named.has(name));
  if (missing.length > 0) throw new Error(`The route ${path} does not describe its parameters: ${missing.join(', ')}.`);
  return parameters;
}

function parameterOf(
  { name, in: place, description, schema, required, example }: Parameter,
  book: SchemaBook,
): JsonObject {
  return {
    name,
    in: place,
    description,
    required: place === 'path' || required === true,
    schema: book.schema(schema, 'input'),
    ...(example === undefined ? {} : { example }),
  };
}

function contentOf(
  { mediaType = 'application/json', schema, example }: Content,
  book: SchemaBook,
  io: 'input' | 'output',
): JsonObject {
  return {
    [mediaType]: {
      ...(schema ? { schema: book.schema(schema, io) } : {}),
      ...(example === undefined ? {} : { example }),
    },
  };
}

function answersOf({ answers }: Operation, book: SchemaBook): Record<string, JsonObject> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, content }]) => [
      status,
      { description, ...(content ? { content: contentOf(content, book, 'output') } : {}) },
    ]),
  );
}

function problemsOf(
  { problems = [], answers }: Operation,
  access: Route['access'],
  paced: boolean,
  book: SchemaBook,
): Record<string, JsonObject> {
  const everywhere = [...(access === 'session' ? [401, 409] : []), ...(paced ? [429] : []), 500];
  const statuses = [...new Set([...problems, ...everywhere])]
    .filter((status) => !(status in answers))
    .toSorted((a, b) => a - b);
  const content = { [PROBLEM_JSON]: { schema: book.schema(problemSchema, 'output') } };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: STATUS_CODES[status] ?? 'Error', content }]),
  );
}
