import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openProgress } from '../../src/system/progress.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const text = { file: 'ladder.yaml', text: 'x'.repeat(1000) };

/** What is written while a load goes on: a step each 50 ms. */
function written(
  milliseconds: number,
  more: { isTTY?: boolean; accessible?: boolean; quiet?: boolean; file?: string } = {},
): string[] {
  const lines: string[] = [];
  const stream = { isTTY: more.isTTY ?? true, write: (line: string) => lines.push(line) };
  const { watch, done } = openProgress(() => stream, more.accessible ?? false, more.quiet);
  for (let passed = 0; passed < milliseconds; passed += 50) {
    vi.advanceTimersByTime(50);
    watch({ ...text, file: more.file ?? text.file }, Math.min(1000, passed));
  }
  done();
  return lines;
}

it('says nothing of a load that takes less than half a second, nor anywhere but on a terminal', () => {
  expect(written(450)).toEqual([]);
  expect(written(2000, { isTTY: false })).toEqual([]);
  expect(written(2000, { quiet: true })).toEqual([]);
});

it('tells how far a longer one has come, and takes the line away again', () => {
  const lines = written(1000);
  expect(lines[0]).toBe('\r\u001b[KReading ladder.yaml 45 %');
  expect(lines.at(-1)).toBe('\r\u001b[K');
  expect(lines.length).toBeLessThan(10);
  expect(written(1200).at(-2)).toBe('\r\u001b[KReading ladder.yaml putting it together …');
});

it('says it once, in a plain line, to a screen reader', () => {
  expect(written(3000, { accessible: true })).toEqual(['Reading ladder.yaml …\n']);
});

it('shows a hostile or long name as what it is', () => {
  const [line] = written(700, { file: `${'long/'.repeat(30)}\u001b[2Jladder.yaml` });
  expect(line).toContain('…');
  expect(line!.slice(4)).not.toContain('\u001b');
  expect(line!.length).toBeLessThan(70);
});
