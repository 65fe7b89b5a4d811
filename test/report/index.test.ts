import { describe, expect, it } from 'vitest';
import { FORMATS, loadRenderer } from '../../src/report/index.ts';
import { heading, type Report } from '../../src/report/report.ts';

const MINIMAL: Report = {
  title: 'T',
  blocks: [heading(1, 'T')],
  records: () => ({ columns: ['a', 'b'], rows: [] }),
  data: () => ({}),
};

describe('loadRenderer', () => {
  it('knows text, json, markdown and csv, text first', () => {
    expect(FORMATS.slice(0, 4)).toEqual(['text', 'json', 'markdown', 'csv']);
  });

  it.each(FORMATS)('loads %s, which ends in one line break and says the same every time', async (format) => {
    const render = await loadRenderer(format);
    const once = () =>
      render(
        MINIMAL,
        { command: 'list', ladder: { id: 'l', version: '1' } },
        { width: 80, paint: (_s, t) => t, ascii: false, drawn: true },
      );
    expect(once()).toMatch(/[^\r\n]\r?\n$/);
    expect(once()).toBe(once());
  });
});
