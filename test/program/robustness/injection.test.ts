/**
 * Whatever a ladder, an argument or a file's name holds, no command sends it to the terminal as anything but text.
 */
import { describe, expect, it } from 'vitest';
import { runIn } from '../../support/fake-runtime.ts';
import { laced } from '../../support/laced-ladder.ts';

/** What a terminal would act on, or would show as something that it is not. */
const PAYLOADS: Readonly<Record<string, string>> = {
  'a sequence that clears the screen': '\u001b[2J\u001b[H',
  'a colour that stays': '\u001b[31m',
  'a request for the cursor': '\u001b[6n',
  'a window title': '\u001b]0;owned\u0007',
  'a link': '\u001b]8;;http://example.com\u001b\\click\u001b]8;;\u001b\\',
  'the clipboard': '\u001b]52;c;b3duZWQ=\u0007',
  'a sequence without an end': '\u001b]0;owned',
  'a device control string': '\u001bP$qm\u001b\\',
  'an application command': '\u001b_owned\u001b\\',
  'an 8-bit sequence': '\u009b2J',
  'an 8-bit title': '\u009d0;owned\u009c',
  'a bell': '\u0007',
  'a backspace over what stands there': 'no\u0008\u0008yes',
  'a carriage return over what stands there': 'no\ryes',
  'a line feed': 'one\ntwo',
  'a tab': 'one\ttwo',
  'a delete': '\u007f',
  'an override of the direction': 'abc\u202edef\u202c',
  'an isolate': 'abc\u2066def\u2069',
  'marks of direction': '\u200e\u200f\u061c',
  'invisible characters': 'a\u200bb\u2060c\ufeffd\u00ade',
  'separators of lines and paragraphs': 'a\u2028b\u2029c',
  'tag characters': 'a\u{e0041}\u{e0042}b',
  'a tower of marks': `a${'\u0301'.repeat(200)}`,
  // Ten times as long goes through the built program, whose cli-table3 is mended; the package itself takes quadratic time.
  'a long name': 'long'.repeat(50),
  'half a character': 'a\ud800b',
};

const LINES = [
  'list',
  'list --cites',
  'show role-1 --cites',
  'show role-3',
  'compare role-1 role-2 role-3 --cites --full',
  'compare role-1 role-2 --only changed',
  'path role-1 role-3 --cites --full',
  'path role-1 role-3 --all',
  'path role-3 role-1',
  'quiz --list',
  'quiz --answers -,1,2,1,3,5',
  'quiz --answers role-1,5,3,1 --full',
  'sources',
];

/** Our own colours are all that may be sent; everything else of the kind is written out. */
const OWN_COLOURS = /\u001b\[(?:[0-9]|[1-9][0-9])m/g;
const UNSAFE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|\p{Cs}/u;

describe.each(Object.entries(PAYLOADS))('a ladder with %s in every text', (_name, payload) => {
  const ladder = laced(payload);

  it.each(LINES)('is only text to %s', async (line) => {
    for (const format of ['text', 'markdown', 'csv', 'json']) {
      // Only text has colours.
      for (const color of format === 'text' ? ['always', 'never'] : ['never']) {
        const argv = [...line.split(' '), '--format', format, '--color', color];
        const { code, stdout, stderr } = await runIn(argv, { ladder });
        expect([0, 1], stderr).toContain(code);
        // CSV ends its lines as RFC 4180 has it, and keeps the line feeds and tabs of a cell between its quotes.
        const bare = (format === 'csv' ? stdout.replaceAll('\r\n', '\n').replaceAll('\t', '') : stdout).replaceAll(
          OWN_COLOURS,
          '',
        );
        expect(bare).not.toMatch(UNSAFE);
        // A colour of the ladder's own would be written out, not taken for one of ours.
        if (color === 'never') expect(stdout).not.toContain('\u001b');
        if (format === 'json')
          expect(JSON.stringify(JSON.parse(stdout))).toContain(JSON.stringify(payload).slice(1, -1).slice(0, 6));
      }
    }
  });
});

describe.each(Object.entries(PAYLOADS))('%s in an argument', (_name, payload) => {
  it.each([
    ['show', payload],
    ['compare', payload, 'cpo'],
    ['path', 'pm', payload],
    ['list', '--skill', payload],
    ['list', '--format', payload],
    ['list', '--data', payload],
    ['quiz', '--answers', payload],
    ['validate', payload],
    ['import', payload],
    ['config', 'set', payload, '1'],
    ['help', payload],
    [payload],
  ])('%s is only text in the complaint', async (...argv) => {
    const { code, stdout, stderr } = await runIn(argv);
    expect([1, 2, 3, 4]).toContain(code);
    expect(stdout + stderr).not.toMatch(UNSAFE);
    expect(stderr.length).toBeLessThan(3000);
  });
});
