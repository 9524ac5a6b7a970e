import { describe, expect, it } from 'vitest';
import { csvOfTable } from './pasted.ts';

describe('what was pasted', () => {
  it('stays as it is where it is CSV', () => {
    const csv = 'kind,name,unit\nperson,"Wei, Yiyin",CASIC\n';
    expect(csvOfTable(csv)).toBe(csv);
  });

  it('becomes CSV where a spreadsheet parted the cells by tabs', () => {
    expect(csvOfTable('kind\tname\tunit\r\nperson\tYuan Jie\tCASIC\r\n')).toBe(
      'kind,name,unit\r\nperson,Yuan Jie,CASIC\r\n',
    );
  });

  it('keeps empty cells', () => {
    expect(csvOfTable('kind\tname\ttitle\tunit\nperson\tYuan Jie\t\tCASIC')).toBe(
      'kind,name,title,unit\nperson,Yuan Jie,,CASIC',
    );
  });

  it('puts cells with commas and quotation marks in quotes', () => {
    expect(csvOfTable('kind\tname\nperson\tWei, Yiyin\nperson\tthe "Chief"')).toBe(
      'kind,name\nperson,"Wei, Yiyin"\nperson,"the ""Chief"""',
    );
  });

  it('leaves cells that stand in quotes already, with the line breaks inside', () => {
    expect(csvOfTable('kind\tname\nperson\t"Wei\nYiyin"\t')).toBe('kind,name\nperson,"Wei\nYiyin",');
  });

  it('parts by semicolons where a spreadsheet writes them, and leaves those within CSV', () => {
    expect(csvOfTable('kind;name;unit\r\nperson;Liu, Shiquan;"A;B"\r\n')).toBe(
      'kind,name,unit\r\nperson,"Liu, Shiquan","A;B"\r\n',
    );
    expect(csvOfTable('kind,name;unit\nperson,A;B\n')).toBe('kind,name;unit\nperson,A;B\n');
  });
});
