import { describe, expect, it } from 'vitest';
import { decodeCsvBytes, parseRosterCsv } from './roster-csv.ts';

const HEADER = 'kind,name,title,unit,capacity,precedence,venue,expected';
const table = (...lines: string[]) => [HEADER, ...lines].join('\r\n');

const rowsOf = (text: string) => {
  const read = parseRosterCsv(text);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.rows;
};
const errorsOf = (text: string) => {
  const read = parseRosterCsv(text);
  return 'errors' in read ? read.errors : [];
};

describe('a roster in CSV', () => {
  it('is read with all its columns; empty cells take what is usual', () => {
    expect(
      rowsOf(
        table(
          'person,Liu Shiquan,General Manager,CASIC,chair,2,main,',
          'delegation,CASIC Second Academy,,CASIC / Second-level units / Second Academy,presenter,13,branch,6',
          'person,Zhao Min,,CASIC,,,,',
        ),
      ),
    ).toEqual([
      {
        kind: 'person',
        name: 'Liu Shiquan',
        title: 'General Manager',
        unit: 'CASIC',
        capacity: 'chair',
        precedence: 2,
        venue: 'main',
        expected: null,
        row: 2,
      },
      {
        kind: 'delegation',
        name: 'CASIC Second Academy',
        title: null,
        unit: 'CASIC / Second-level units / Second Academy',
        capacity: 'presenter',
        precedence: 13,
        venue: 'branch',
        expected: 6,
        row: 3,
      },
      {
        kind: 'person',
        name: 'Zhao Min',
        title: null,
        unit: 'CASIC',
        capacity: 'member',
        precedence: null,
        venue: null,
        expected: null,
        row: 4,
      },
    ]);
  });

  it('may have its columns in any order and leave out those that may be empty', () => {
    expect(rowsOf('Unit, NAME ,kind\nCASIC,Zhao Min,person\n')).toMatchObject([
      { kind: 'person', name: 'Zhao Min', unit: 'CASIC' },
    ]);
  });

  it('may begin with a byte order mark and end its lines with CRLF, LF or CR, or not at all', () => {
    for (const end of ['\r\n', '\n', '\r']) {
      for (const last of ['', end]) {
        const text = `\uFEFF${['kind,name,unit', 'person,Zhao,CASIC', 'person,Qian,CASIC'].join(end)}${last}`;
        expect(rowsOf(text).map(({ name }) => name)).toEqual(['Zhao', 'Qian']);
      }
    }
  });

  it('may have commas, quotation marks and line breaks in cells that stand in quotes', () => {
    const [row] = rowsOf(
      table('person,"Zhao ""Min""","Member, Leading Group\r\nand Chief Officer","CASIC, Beijing",,,,'),
    );
    expect(row).toMatchObject({
      name: 'Zhao "Min"',
      title: 'Member, Leading Group and Chief Officer',
      unit: 'CASIC, Beijing',
    });
  });

  it('keeps Chinese names', () => {
    expect(rowsOf('kind,name,unit\nperson,刘石泉,航天科工集团 / 总部')).toMatchObject([
      { name: '刘石泉', unit: '航天科工集团 / 总部' },
    ]);
  });

  it('may have empty lines, which count as rows for naming mistakes', () => {
    const text = table('person,Zhao,,CASIC,,,,', '', ',,,,,,,', 'robot,Qian,,CASIC,,,,', '');
    expect(errorsOf(text)).toEqual([{ row: 5, column: 'kind', message: 'Must be person or delegation.' }]);
  });

  it('counts a row with line breaks in a cell as one row, as a spreadsheet does', () => {
    expect(errorsOf(table('person,Zhao,"a\nb\nc",CASIC,,,,', 'robot,Qian,,CASIC,,,,'))).toMatchObject([{ row: 3 }]);
  });
});

describe('a roster in CSV is refused', () => {
  it('with every error named by row and column', () => {
    expect(
      errorsOf(
        table(
          ',Zhao,,CASIC,,,,',
          'person,,,,king,first,main hall,',
          'person,Qian,,CASIC,,0,,',
          'delegation,Third,,CASIC,,,,-6',
          'person,Sun\u202E,,CASIC,,1.5,,',
        ),
      ),
    ).toEqual([
      { row: 2, column: 'kind', message: 'Must not be empty.' },
      { row: 3, column: 'name', message: 'Must not be empty.' },
      { row: 3, column: 'unit', message: 'Must not be empty.' },
      { row: 3, column: 'precedence', message: '“first” is not a whole number.' },
      { row: 3, column: 'capacity', message: expect.stringContaining('Must be one of: chair, leader') },
      { row: 3, column: 'venue', message: expect.stringContaining('An id has') },
      { row: 4, column: 'precedence', message: 'Must be a whole number from 1 to 1000000.' },
      { row: 5, column: 'expected', message: '“-6” is not a whole number.' },
      { row: 6, column: 'precedence', message: '“1.5” is not a whole number.' },
      { row: 6, column: 'name', message: expect.stringContaining('text-direction') },
    ]);
  });

  it('where a person has a head-count, or a delegation a title', () => {
    expect(errorsOf(table('person,Qian,,CASIC,,,,4', 'delegation,Third,Head,CASIC,,,,'))).toEqual([
      { row: 2, column: 'expected', message: 'A person has no head-count. Leave it empty.' },
      { row: 3, column: 'title', message: 'A delegation has no title. Leave it empty.' },
    ]);
  });

  it('where a name stands in it twice', () => {
    const text = table(
      'person,Zhao,,CASIC,,,,',
      'delegation,Zhao,,CASIC,,,,',
      'person,Zhao,,CASIC / Wuhan,,,,',
      'person, Zhao ,Director,CASIC,,,,',
    );
    expect(errorsOf(text)).toEqual([
      { row: 5, column: 'name', message: 'Zhao (CASIC) stands in row 2 already. Remove one of the two rows.' },
    ]);
  });

  it('where its header has a column too many, one twice, or one too few', () => {
    expect(errorsOf('kind,name,name,e-mail,\nperson,Zhao,Zhao,z@example.org,')).toEqual([
      {
        row: 1,
        column: 'e-mail',
        message: expect.stringContaining('“e-mail” is no column of a roster. The first row must name'),
      },
      { row: 1, column: '', message: expect.stringContaining('A column has no name.') },
      { row: 1, column: 'name', message: expect.stringContaining('twice') },
      { row: 1, column: 'unit', message: expect.stringContaining('The column “unit” is missing.') },
    ]);
  });

  it('where semicolons part the columns', () => {
    expect(errorsOf('kind;name;unit\nperson;Zhao;CASIC')[0]).toMatchObject({ row: 1, column: 'kind;name;unit' });
  });

  it('where a row has more or fewer cells than the header', () => {
    expect(errorsOf(table('person,Zhao,Member, Leading Group,CASIC,,,,', 'person,Qian'))).toMatchObject([
      { row: 2, column: null, message: expect.stringContaining('9 cells and the header 8') },
      { row: 3, column: null, message: expect.stringContaining('2 cells') },
    ]);
  });

  it('where a quotation mark stands within a cell or is not closed', () => {
    for (const cell of ['Zhao "Min"', '"Zhao" Min', '"Zhao']) {
      expect(errorsOf(table('person,Qian,,CASIC,,,,', `person,${cell},,CASIC,,,,`))).toMatchObject([
        { row: 3, column: null },
      ]);
    }
  });

  it('where there is nothing in it, or nothing below its header', () => {
    for (const text of ['', '\uFEFF', '\n\n'])
      expect(errorsOf(text)).toMatchObject([{ row: 1, message: expect.stringContaining('empty') }]);
    expect(errorsOf(HEADER)).toMatchObject([
      { row: 1, column: null, message: expect.stringContaining('no row below the header') },
    ]);
  });

  it('where it has more rows than can be imported at once', () => {
    const lines = Array.from({ length: 5001 }, (_, place) => `person,Name ${place},,CASIC,,,,`);
    expect(errorsOf(table(...lines))).toMatchObject([{ row: 1, message: expect.stringContaining('5001 rows') }]);
    expect(rowsOf(table(...lines.slice(1)))).toHaveLength(5000);
  });

  it('and a cell of a million quotation marks neither hangs nor breaks it', () => {
    expect(errorsOf(table(`person,"${'""'.repeat(1_000_000)}",,CASIC,,,,`))).toMatchObject([
      { row: 2, column: 'name' },
    ]);
    expect(errorsOf(table(`person,"${'""'.repeat(1_000_000)},,CASIC,,,,`))).toMatchObject([{ row: 2, column: null }]);
  });
});

describe('the bytes of a CSV file', () => {
  it('are read as UTF-8, with or without a byte order mark', () => {
    const bytes = new TextEncoder().encode('\uFEFFname\n刘石泉');
    expect(decodeCsvBytes(bytes)).toEqual({ text: 'name\n刘石泉' });
    expect(decodeCsvBytes(bytes.subarray(3))).toEqual({ text: 'name\n刘石泉' });
  });

  it('are refused where they are Latin-1, GBK or UTF-16', () => {
    const latin1 = Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72);
    const gbk = Uint8Array.of(0xc1, 0xf5, 0xca, 0xaf, 0xc8, 0xaa);
    const utf16 = Uint8Array.of(0xff, 0xfe, 0x6e, 0x00, 0x61, 0x00);
    for (const bytes of [latin1, gbk, utf16]) {
      expect(decodeCsvBytes(bytes)).toEqual({
        errors: [
          {
            row: 1,
            column: null,
            message: 'The file is not in UTF-8. Save it in the spreadsheet as “CSV UTF-8” and choose that file.',
          },
        ],
      });
    }
  });
});
