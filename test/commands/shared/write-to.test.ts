/**
 * The file that -o names says which format is meant, where nothing else does.
 */
import { describe, expect, it } from 'vitest';
import { runIn } from '../../support/fake-runtime.ts';

const write = async (line: string): Promise<{ code: number; stderr: string; text: string }> => {
  const saved = new Map<string, string>();
  const { code, stderr } = await runIn(line.split(' '), { saved });
  return { code, stderr, text: [...saved.values()].join('') };
};

describe('a file with an ending', () => {
  it.each<[string, RegExp]>([
    ['export -o x.json', /^\{\n/],
    ['export -o x.YML', /^# /],
    ['export -o x.csv', /^entry,/],
    ['export -o x.md', /^# Product management\n/],
    ['graph -o x.svg', /^<svg /],
    ['graph -o x.gv', /^digraph /],
    ['graph -o x.mmd', /^(?:---|flowchart)/],
    ['compare cpo pm -o x.svg', /^<svg /],
    ['compare cpo pm -o x.md', /^# /],
  ])('gets what it is called after: %s', async (line, start) => {
    const { code, text } = await write(line);
    expect(code).toBe(0);
    expect(text).toMatch(start);
  });

  it('gets what is asked for, whatever it is called', async () => {
    expect((await write('export --format csv -o x.json')).text).toMatch(/^entry,/);
    expect((await write('export --json -o x.svg')).text).toMatch(/^\{/);
  });

  it('gets the usual format where the ending says nothing', async () => {
    expect((await write('export -o ladder')).text).toBe((await write('export -o ladder.backup')).text);
    expect((await write('export -o ladder')).text).toBe((await write('export -o a.yaml')).text);
  });

  it('is not written in another format in silence', async () => {
    const { code, stderr, text } = await write('compare cpo pm -o x.html');
    expect({ code, text }).toEqual({ code: 2, text: '' });
    expect(stderr).toContain('unsupported output format for "x.html": html');
    expect(stderr).toContain('--format: text, json, markdown, csv, svg');
  });
});
