// The style of the documentation page, light and dark.

export const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1a1f2b, #e6e8ec); --soft: light-dark(#5a6272, #a3abba); --line: light-dark(#d9dde4, #343a46); --paper: light-dark(#fff, #14171d); --accent: light-dark(#1d4f91, #8db8f0); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; display: grid; grid-template-columns: minmax(14rem, 20rem) minmax(0, 56rem); gap: 0 3rem; padding: 0 2rem 6rem; }
header { grid-column: 1 / -1; border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; }
h1 { margin: 1.5rem 0 .5rem; } h1 small { color: var(--soft); font-weight: 400; font-size: 1rem; }
h2 { margin: 2.5rem 0 1rem; border-bottom: 1px solid var(--line); }
h3 { margin: 0 0 .25rem; } h3 a { color: inherit; text-decoration: none; }
a { color: var(--accent); }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 1rem 0; font-size: .9rem; }
nav ul { list-style: none; margin: .25rem 0 1rem; padding: 0 0 0 1rem; } summary { font-weight: 600; cursor: pointer; }
article { margin: 0 0 2.5rem; scroll-margin-top: 1rem; } article:target { outline: 2px solid var(--accent); outline-offset: 1rem; }
.address b { font-family: ui-monospace, monospace; } .address span { color: var(--soft); font-size: .85rem; }
code, pre { font-family: ui-monospace, monospace; font-size: .88em; overflow-wrap: anywhere; }
pre { border: 1px solid var(--line); padding: .75rem 1rem; overflow: auto; white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; margin: .75rem 0; font-size: .9rem; } caption { text-align: start; font-weight: 600; padding: .25rem 0; }
th { text-align: start; color: var(--soft); font-weight: 500; } td { border-top: 1px solid var(--line); padding: .3rem .75rem .3rem 0; vertical-align: top; }
@media (max-width: 60rem) { body { display: block; padding: 0 1rem 4rem; } nav { position: static; max-height: none; } }
`;
