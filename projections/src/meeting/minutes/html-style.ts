// How the minutes look as a page and on paper. In one constant, so that whoever serves the page can allow exactly this
// style by its digest.

export const MINUTES_STYLE = `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 11pt/1.5 'Source Serif 4', 'Noto Serif SC', Georgia, 'Songti SC', SimSun, serif; }
main { max-width: 50rem; margin: 0 auto; padding: 2.5rem 1.5rem; }
header { border-bottom: 2px solid #1a1a1a; margin-bottom: 1.5rem; }
h1 { font-size: 1.6em; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.25em; margin: 2rem 0 .5rem; border-bottom: 1px solid #bbb; break-after: avoid; }
h3 { font-size: 1.05em; margin: 1.25rem 0 .25rem; break-after: avoid; }
p, dd, li, td, blockquote { overflow-wrap: anywhere; white-space: pre-wrap; }
td { overflow-wrap: break-word; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { color: #555; }
dd { margin: 0; }
ol, ul { padding-left: 1.5rem; margin: .5rem 0; }
li { margin: .2rem 0; }
blockquote { margin: .75rem 0; padding: .25rem 1rem; border-left: 3px solid #888; }
table { border-collapse: collapse; width: 100%; font-size: .85em; margin: .75rem 0; }
th, td { border: 1px solid #bbb; padding: .2rem .4rem; text-align: left; vertical-align: top; }
th { background: #f2f2f2; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.note { color: #555; font-size: .95em; }
.draft { color: #8a1c1c; font-weight: 600; }
@page { margin: 2cm; }
@media print { main { max-width: none; padding: 0; } }
`;
