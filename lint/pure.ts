/** Lint rule for the pure packages: `new Date()` and `Date()` without an argument read the clock, so they are refused. */

type Callee = { type: string; name?: string };
type Call = { callee: Callee; arguments: unknown[] };
type Context = { report(finding: { node: Call; message: string }): void };

const message = 'This package has no clock: take the instant as an argument.';

const noClock = {
  create(context: Context) {
    const refuseBare = (node: Call): void => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
        context.report({ node, message });
      }
    };
    return { NewExpression: refuseBare, CallExpression: refuseBare };
  },
};

export default { meta: { name: 'rostrum' }, rules: { 'no-clock': noClock } };
