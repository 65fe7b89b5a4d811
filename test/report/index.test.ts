import { describe, expect, it } from 'vitest';
import { FORMATS, formatsOf, renderReport } from '../../src/report/index.ts';
import { heading, type Report } from '../../src/report/report.ts';

const MINIMAL: Report = {
  title: 'T',
  blocks: [heading(1, 'T')],
  records: () => ({ columns: ['a', 'b'], rows: [] }),
  data: () => ({}),
};

const rendered = (format: string, report: Report): Promise<string> =>
  renderReport(format, report, { width: 80, paint: (_style, text) => text, ascii: false, drawn: true }, (data) =>
    Promise.resolve(data),
  );

describe('renderReport', () => {
  it('knows text, json, markdown and csv, text first', () => {
    expect(FORMATS.slice(0, 4)).toEqual(['text', 'json', 'markdown', 'csv']);
  });

  it.each(FORMATS)('loads %s, which ends in one line break and says the same every time', async (format) => {
    const once = await rendered(format, MINIMAL);
    expect(once).toMatch(/[^\r\n]\r?\n$/);
    expect(await rendered(format, MINIMAL)).toBe(once);
  });

  it('writes what a report alone can be written as, beside what every one can', async () => {
    const report = { ...MINIMAL, also: { svg: () => '<svg/>' } };
    expect(formatsOf(report)).toEqual([...FORMATS, 'svg']);
    expect(await rendered('svg', report)).toBe('<svg/>');
    expect(await rendered('text', report)).toBe(await rendered('text', MINIMAL));
  });
});
