/**
 * `pmroles quiz` from the outside, in a world of the test's own.
 */
import { describe, expect, it } from 'vitest';
import type { QuizAnswer } from '../../src/core/quiz/bank.ts';
import { readReplay, shownAnswer, writeReplay } from '../../src/core/quiz/replay.ts';
import { quizResult } from '../../src/core/quiz/result.ts';
import { nextStep } from '../../src/core/quiz/session.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { jsonOf, runIn, shippedLadder } from '../support/fake-runtime.ts';
import { mulberry32, integer } from '../support/rng.ts';

const ladder = shippedLadder();
const bank = ladder.quiz!;
const ANSWERS = '3,2,2,3,2,1,2,5,5,5,4';

/** Somebody who answers at random, and now and then skips or goes back; what they type, and what they end up with. */
function somebody(seed: number): { typed: string[]; answers: QuizAnswer[] } {
  const rng = mulberry32(seed);
  const typed: string[] = [];
  const answers: QuizAnswer[] = [];
  for (let step = nextStep(bank, ladder, answers); !step.done; step = nextStep(bank, ladder, answers)) {
    const chance = rng();
    if (chance < 0.1 && answers.length > 0) {
      typed.push('back');
      answers.pop();
    } else if (chance < 0.2) {
      typed.push('skip');
      answers.push({ question: step.question.id, answer: null });
    } else {
      const shown = integer(rng, 1, 5);
      typed.push(String(shown));
      answers.push({ question: step.question.id, answer: step.kind === 'experience' ? shown - 1 : shown });
    }
  }
  return { typed, answers };
}

describe('the result', () => {
  it('is told in one screen, with two roles, bars, reasons, the way there and the line that gives it again', async () => {
    const { code, stdout } = await runIn(['quiz', '--answers', ANSWERS]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /Fits now: Product Manager · Aim for: Head of Product \(clearly, \d+ %\) · Second\s+choice: /,
    );
    expect(stdout.match(/[█░]  \d+/g)).toHaveLength(8);
    expect(stdout).toMatch(/Why Head of Product rather than/);
    expect(stdout.match(/^ {2}\+ “/gm)).toHaveLength(3);
    expect(stdout).toMatch(/You would have got .* if you had answered/);
    expect(stdout).toContain('From Product Manager to Head of Product · 2 moves');
    expect(stdout).toContain(`pmroles quiz --answers ${writeReplay(bank, []).split(':')[0]!}:${ANSWERS}`);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(48);
  });

  it('differs where answers differ', async () => {
    const other = await jsonOf(['quiz', '--answers', '1,1,1,1,1,5,4,1,1,1,1']);
    const first = await jsonOf(['quiz', '--answers', ANSWERS]);
    expect(other.data['aim']).not.toEqual(first.data['aim']);
  });

  it.each([
    ['all the same', '3,3,3,3,3,3,3,3,3,3,3,3,3', 'straight-lining', /all the same/],
    ['nearly none', '-,-,-,-,-,5', 'no-clear-fit', /No clear fit/],
  ])('of answers that are %s names no role', async (_name, answers, reason, text) => {
    const { data } = await jsonOf(['quiz', '--answers', answers]);
    expect(data).toMatchObject({ reason, aim: [], now: null });
    const { stdout } = await runIn(['quiz', '--answers', answers]);
    expect(stdout).toMatch(text);
    expect(stdout).not.toContain('Aim for');
  });

  it('says what it cannot say when experience was left out', async () => {
    const { stdout } = await runIn(['quiz', '--answers', '-,-,-,-,-,1,2,5,5,5,4']);
    expect(stdout).not.toContain('Fits now');
    expect(stdout).toContain('Answer the questions about your experience to see what fits now.');
  });

  it('says that it is unfinished when it is', async () => {
    expect((await runIn(['quiz', '--answers', '3,2,2,3,2,1'])).stdout).toContain(
      'Not finished: more answers may change this',
    );
    expect((await runIn(['quiz', '--answers', ANSWERS])).stdout).not.toContain(
      'Not finished: more answers may change this',
    );
  });

  it('shows explanations that add up to the log-odds', async () => {
    const { data } = await jsonOf(['quiz', '--answers', ANSWERS]);
    const { logOdds, contributions } = data['explanation'] as { logOdds: number; contributions: { amount: number }[] };
    expect(Math.abs(contributions.reduce((sum, { amount }) => sum + amount, 0) - logOdds)).toBeLessThan(1e-9);
  });
});

describe('what would change the result', () => {
  it('does change it, as it says', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { answers } = somebody(seed);
      const { change } = quizResult(bank, ladder, answers);
      if (!change) continue;
      const to = new Map(change.answers.map((entry) => [entry.question, entry.to]));
      const changed = answers.map((entry) => ({ ...entry, answer: to.get(entry.question) ?? entry.answer }));
      const after = quizResult(bank, ladder, changed);
      expect(after.aim[0] ?? null).toBe(change.becomes);
    }
  });
});

describe('the line that gives the result again', () => {
  it('gives for anybody exactly what the questions gave', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { typed } = somebody(seed);
      const asked = await runIn(['quiz', '--json'], { typed });
      expect(asked.code).toBe(0);
      const { replay } = (JSON.parse(asked.stdout) as { data: { replay: string } }).data;
      expect((await runIn(['quiz', '--answers', replay, '--json'])).stdout).toBe(asked.stdout);
    }
  });

  it('reads back what it writes', () => {
    for (let seed = 100; seed < 140; seed++) {
      const { answers } = somebody(seed);
      expect(readReplay(bank, ladder, writeReplay(bank, answers))).toEqual(answers);
      const json = JSON.stringify({
        answers: answers.map((a) => ({ question: a.question, answer: shownAnswer(bank, a) })),
      });
      expect(readReplay(bank, ladder, json)).toEqual(answers);
    }
  });

  it('may stand in a file or come on standard input, as text or as the JSON of a result', async () => {
    const direct = await runIn(['quiz', '--answers', ANSWERS, '--json']);
    const files = { 'me.txt': `${ANSWERS}\n`, 'me.json': direct.stdout, '-': ANSWERS.replaceAll(',', ' ') };
    for (const name of Object.keys(files)) {
      expect((await runIn(['quiz', '--answers', name, '--json'], { files })).stdout).toBe(direct.stdout);
    }
  });

  it('puts answers from a file into the order in which they are asked for', () => {
    const { answers } = somebody(9);
    const json = (list: readonly QuizAnswer[]) =>
      JSON.stringify(list.map((answer) => ({ question: answer.question, answer: shownAnswer(bank, answer) })));
    expect(readReplay(bank, ladder, json(answers.toReversed()))).toEqual(answers);
    // Without its first answer nothing says what the others were answers to.
    expect(() => readReplay(bank, ladder, json(answers.slice(1)))).toThrow(/do not fit together/);
  });

  it.each([
    ['3;2;2', 'is no list of answers'],
    ['3,2,9', 'answer 3 is "9", expected a number from 1 to 5'],
    ['3,0', 'answer 2 is "0"'],
    ['abcdef:3,2', 'the quiz has changed since'],
    [`${ANSWERS},1,1,1,1`, 'the quiz is over after 11'],
    ['', 'there are no answers'],
  ])('%j is refused', async (given, message) => {
    const { code, stdout, stderr } = await runIn(['quiz', '--answers', given]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    ['{', 'no JSON'],
    ['{}', 'no list of answers'],
    ['[1]', 'each answer takes a question'],
    ['[{"question":"nope","answer":1}]', '"nope" is no question'],
    [`[{"question":"${bank.experience[0]!.id}","answer":0}]`, 'takes a number from 1 to 5'],
    [`[{"question":"${bank.questions[0]!.id}","answer":6}]`, 'takes a number from 1 to 5'],
    ['hello', 'is no list of answers'],
  ])('the file %j is refused', async (text, message) => {
    const { code, stderr } = await runIn(['quiz', '--answers', 'file'], { files: { file: text } });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('asking', () => {
  it('needs somebody to ask, and says what to do without', async () => {
    const { code, stdout, stderr } = await runIn(['quiz']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the quiz needs a terminal');
    expect(stderr).toContain('--answers');
  });

  it('counts the questions, and never shows what roles expect', async () => {
    const { asked } = await runIn(['quiz'], { typed: somebody(7).typed });
    expect(asked[0]).toMatch(/^Question 1 of about 15: your experience/);
    for (const question of asked) {
      for (const role of ladder.roles) expect(question).not.toContain(role.title);
    }
  });

  it('keeps what was answered, resumes it to the same result, and forgets it when done', async () => {
    const { typed } = somebody(3);
    const whole = await runIn(['quiz', '--json'], { typed });
    for (let at = 1; at < typed.length; at++) {
      const state = new Map<string, string>();
      const stopped = await runIn(['quiz'], { typed: typed.slice(0, at), state });
      expect(stopped.code).toBe(130);
      const kept = state.size > 0;
      if (!kept) continue;
      expect(['', 'Stopped. Go on with: pmroles quiz --resume\n']).toContain(stopped.stderr);
      const resumed = await runIn(['quiz', '--resume', '--json'], { typed: typed.slice(at), state });
      expect(resumed.stdout).toBe(whole.stdout);
      expect(state.size).toBe(0);
    }
  });

  it('asks whether to go on with an unfinished quiz', async () => {
    const state = new Map<string, string>();
    await runIn(['quiz'], { typed: ['3', '2'], state });
    const afresh = await runIn(['quiz'], { typed: ['2'], state: new Map(state) });
    expect(afresh.asked.slice(0, 2)).toEqual([
      'There is a quiz that was not finished.: It has 2 answers. Go on with it?',
      expect.stringMatching(/^Question 1 /),
    ]);
    expect((await runIn(['quiz'], { typed: ['1'], state: new Map(state) })).asked[1]).toMatch(/^Question 3 /);
  });

  it('notices that the questions have changed, or that what was kept is damaged', async () => {
    const state = new Map<string, string>();
    await runIn(['quiz'], { typed: ['3', '2'], state });
    const [name, text] = [...state][0]!;
    const resume = (kept: string) => runIn(['quiz', '--resume'], { typed: ['1'], state: new Map([[name, kept]]) });
    expect(await resume(text.replace(/"bank":"./, '"bank":"x'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the questions have changed'),
    });
    for (const damaged of ['', '{', '{"version":2}', text.replace('"answer":2', '"answer":99')]) {
      expect(await resume(damaged)).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be read') });
    }
    expect(await runIn(['quiz', '--resume'], { typed: ['1'] })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no quiz to resume'),
    });
  });

  it('goes on, with one note, where nothing can be kept', async () => {
    const outcome = await runIn(['quiz'], { typed: somebody(5).typed, readOnly: true });
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toBe(
      'pmroles: the quiz cannot be kept (EROFS), so it cannot be resumed when it is stopped\n',
    );
    const stopped = await runIn(['quiz', '--no-save'], { typed: ['3', '2'] });
    expect(stopped.stderr).toMatch(/^Stopped\. The answers so far: pmroles quiz --answers [0-9a-f]{6}:3,2\n$/);
  });
});

describe('a ladder without a quiz', () => {
  const kitchen = parseLadder([
    {
      file: 'kitchen.yaml',
      text: `
id: kitchen
title: Kitchen
areas: [{ id: cooking, title: Cooking }, { id: people, title: People }, { id: money, title: Money }]
skills: [{ id: knives, name: Knife work }, { id: menus, name: Writing menus }, { id: wine, name: Choosing wine }]
roles:
  - id: commis
    title: Commis
    rank: 1
    responsibilities: [{ area: cooking, text: Prepare the station. }, { area: cooking, text: Keep it clean. }]
    skills: [knives]
  - id: sommelier
    title: Sommelier
    rank: 2
    responsibilities: [{ area: money, text: Buy the wine. }]
    skills: [wine]
  - id: chef
    title: Chef
    rank: 3
    responsibilities: [{ area: people, text: Lead the brigade. }, { area: money, text: Answer for the budget. }]
    skills: [menus]
progressions: [{ from: commis, to: chef }]
`,
    },
  ]).ladder!;

  it('gets one made from its roles', async () => {
    const questions = (await jsonOf(['quiz', '--list'], { ladder: kitchen })).data as unknown as {
      generated: boolean;
      questions: { id: string; weights: Record<string, number> }[];
      experience: object[];
    };
    expect(questions.generated).toBe(true);
    expect(questions.questions.length).toBeGreaterThanOrEqual(6);
    for (const role of ['commis', 'sommelier', 'chef']) {
      // Somebody who answers as the role suggests.
      const answers: string[] = questions.experience.map(() => '-');
      const byId = new Map(questions.questions.map((question) => [question.id, question.weights]));
      for (;;) {
        const given = readReplay(await bankOfKitchen(), kitchen, answers.join(','));
        const step = nextStep(await bankOfKitchen(), kitchen, given);
        if (step.done) break;
        answers.push(String(byId.get(step.question.id)?.[role] ?? 3));
      }
      const { data } = await jsonOf(['quiz', '--answers', answers.join(',')], { ladder: kitchen });
      expect((data['ranking'] as { role: string }[])[0]!.role).toBe(role);
    }
  });

  async function bankOfKitchen() {
    const { createCatalog } = await import('../../src/core/catalog.ts');
    const { bankOf } = await import('../../src/core/quiz/bank-of.ts');
    return bankOf(createCatalog(kitchen)).bank;
  }

  it('says so when there is nothing to ask about', async () => {
    const bare = parseLadder([
      {
        file: 'x.yaml',
        text: 'id: bare\ntitle: Bare\nroles: [{ id: a, title: A, rank: 1 }, { id: b, title: B, rank: 2 }]',
      },
    ]).ladder!;
    const { code, stderr } = await runIn(['quiz', '--list'], { ladder: bare });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await runIn(['quiz', '--answers', '1'], { ladder: bare })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('gives nothing to ask about'),
    });
  });
});

describe('the shipped questions', () => {
  it('are laid open, with what each tells about which roles and the cites behind it', async () => {
    const { stdout } = await runIn(['quiz', '--list']);
    for (const question of bank.questions) {
      expect(stdout.replace(/\s+/g, ' ')).toContain(question.text.split(' ').slice(0, 2).join(' '));
      expect(question.cites.length).toBeGreaterThan(0);
      expect(Object.keys(question.weights)).toHaveLength(8);
    }
  });

  it('hold a signature for each role, and a third of them are worded the other way round', () => {
    expect(bank.questions.length).toBeGreaterThanOrEqual(24);
    const signatures = bank.questions.flatMap(({ signature }) => signature ?? []);
    expect(signatures.toSorted()).toEqual(ladder.roles.map((role) => role.id).toSorted());
    const share = bank.questions.filter(({ reverse }) => reverse).length / bank.questions.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.4);
  });
});
