/**
 * `pmroles quiz` from the outside, in a world of the test's own.
 */
import { describe, expect, it } from 'vitest';
import { createCatalog } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { bankOf, PRESENT_ROLE, type QuizAnswer } from '../../src/core/quiz/bank.ts';
import { looksLikeAnswers, readReplay, writeReplay } from '../../src/core/quiz/replay.ts';
import { nextStep } from '../../src/core/quiz/session.ts';
import { parseLadder } from '../../src/ladder/parse.ts';
import { jsonOf, runIn, shippedLadder } from '../support/fake-runtime.ts';
import { mulberry32, integer } from '../support/rng.ts';
import { takeQuiz } from '../support/take-quiz.ts';
import { tallLadder } from '../support/tall-ladder.ts';

const ladder = shippedLadder();
const bank = ladder.quiz!;
const ROLES = ladder.roles.map(({ id }) => id);
const liking =
  (role: string) =>
  (id: string): number =>
    bank.questions.find((question) => question.id === id)!.weights[role]!;
/** A product manager who would enjoy being head of product. */
const [MARK, ANSWERS] = writeReplay(
  bank,
  ladder,
  takeQuiz(bank, ladder, { role: 'product-manager', interest: liking('head-of-product') }),
).split(':') as [string, string];

/** Somebody who answers at random, and now and then skips or goes back; what they type, and what they end up with. */
function somebody(seed: number): { typed: string[]; answers: QuizAnswer[] } {
  const rng = mulberry32(seed);
  const typed: string[] = [];
  const answers: QuizAnswer[] = [];
  for (let step = nextStep(bank, ladder, answers); !step.done; step = nextStep(bank, ladder, answers)) {
    const question = step.kind === 'role' ? PRESENT_ROLE : step.question.id;
    const chance = rng();
    if (chance < 0.1 && step.kind !== 'role') {
      typed.push('back');
      answers.pop();
    } else if (chance < 0.2) {
      typed.push('skip');
      answers.push({ question, answer: null });
    } else {
      const shown = integer(rng, 1, step.kind === 'role' ? 9 : step.kind === 'interest' ? 5 : 3);
      typed.push(String(shown));
      const answer = { role: ROLES[shown - 1] ?? 0, experience: shown - 1, interest: shown }[step.kind];
      answers.push({ question, answer });
    }
  }
  return { typed, answers };
}

const parsed = (text: string): Ladder => parseLadder([{ file: 'ladder.yaml', text }]).ladder!;

describe('the result', () => {
  it('is told in one screen, with bars, reasons, the line that gives it again, and at the end what to do', async () => {
    const { code, stdout } = await runIn(['quiz', '--answers', ANSWERS]);
    expect(code).toBe(0);
    expect(stdout.match(/[█░]  \d+/g)!.length).toBeLessThanOrEqual(4);
    expect(stdout).toMatch(/Product Manager .* ← now\n/);
    expect(stdout).toMatch(/Why Head of Product/);
    expect(stdout.match(/^ {2}[+-] You (?:strongly )?(?:like|dislike) \p{Ll}/gmu)!.length).toBeGreaterThanOrEqual(2);
    expect(stdout).toContain(`pmroles quiz --answers ${MARK}:product-manager,`);
    const [, end] = stdout.split('What it comes to');
    expect(end).toContain('Now: Product Manager, as you said.');
    expect(end).toMatch(/Aim: Head of Product, (?:clearly|most likely)\./);
    expect(end).toMatch(/Next: .+, the first of 2 moves: /);
    expect(end).toMatch(/\n {2}pmroles path product-manager head-of-product\n$/);
    const { data } = await jsonOf(['quiz', '--answers', ANSWERS]);
    expect(data).toMatchObject({
      now: { role: 'product-manager', given: true, range: [] },
      aim: ['head-of-product'],
      next: { kind: 'path', roles: ['product-manager', expect.any(String), 'head-of-product'] },
      finished: true,
    });
  });

  it('shows every role where that is asked for', async () => {
    const { stdout } = await runIn(['quiz', '--answers', ANSWERS, '--full']);
    expect(stdout.match(/[█░]  \d+/g)).toHaveLength(8);
  });

  it.each([
    ['all the same', 'cpo,3,3,3,3,3,3', 'all-alike', /all the same/],
    ['nearly none', 'cpo,5', 'too-few', /1 answer about what you would enjoy is too few/],
    ['only the role', 'cpo', 'too-few', /You have not said what you would enjoy/],
  ])('of answers that are %s names no role', async (_name, given, verdict, text) => {
    const { data } = await jsonOf(['quiz', '--answers', given]);
    expect(data).toMatchObject({ verdict, aim: [], now: { role: 'cpo', given: true }, explanation: null });
    const { stdout } = await runIn(['quiz', '--answers', given]);
    expect(stdout).toMatch(text);
    expect(stdout).toMatch(/Aim: +open\./);
    expect(stdout).not.toMatch(/[█░]/);
  });

  it('says nothing of now where neither role nor experience was answered', async () => {
    expect((await runIn(['quiz', '--answers', '-,-,-,-,-,-,-,5,4'])).stdout).not.toContain('Now:');
    expect((await runIn(['quiz', '--answers', '0,-,-,-,-,-,-,5,4'])).stdout).toContain('Now: none of these.');
    expect((await runIn(['quiz', '--answers', '0,2,5,5,5,5,5,5,4'])).stdout).toMatch(/Now: none of these; near .*\./);
    expect((await runIn(['quiz', '--answers', '-,2,5,5,5,5,5,5,4'])).stdout).toMatch(
      /Now: .*, by what you have done\./,
    );
  });

  it('marks no role as the present one in CSV where there are several to guess from', async () => {
    const nowOf = async (answers: string) =>
      (await runIn(['quiz', '--answers', answers, '--format', 'csv'])).stdout
        .split('\n')
        .filter((line) => line.split(',')[3] === 'true')
        .map((line) => line.split(',')[0]);
    expect(await nowOf('cpo,5,4')).toEqual(['cpo']);
    expect(await nowOf('-,2,3,2,2,3,2')).toEqual([]);
    expect(await nowOf('0,2,3,2,2,3,2')).toEqual([]);
  });

  it('says that it is unfinished when it is', async () => {
    const note = 'Not finished: more answers may change this';
    expect((await runIn(['quiz', '--answers', ANSWERS.slice(0, -4)])).stdout).toContain(note);
    expect((await runIn(['quiz', '--answers', ANSWERS])).stdout).not.toContain(note);
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
      expect(readReplay(bank, ladder, writeReplay(bank, ladder, answers))).toEqual(answers);
      expect(readReplay(bank, ladder, JSON.stringify({ replay: writeReplay(bank, ladder, answers) }))).toEqual(answers);
    }
  });

  it('takes the present role by any name, 0 for none of these and - for no answer', () => {
    const present = (text: string) => readReplay(bank, ladder, text)[0]!.answer;
    expect(ROLES.map((id) => present(`${id},5`))).toEqual(ROLES);
    expect(['hop', 'CPO', `${MARK}:pm`, '0', '-'].map(present)).toEqual([
      'head-of-product',
      'cpo',
      'product-manager',
      0,
      null,
    ]);
  });

  it('may stand in a file or come on standard input, as text or as the JSON of a result', async () => {
    const direct = await runIn(['quiz', '--answers', ANSWERS, '--json']);
    const files = {
      'me.txt': `${ANSWERS}\n`,
      'me.json': direct.stdout,
      '-': ANSWERS.replaceAll(',', ' '),
      me: ANSWERS,
    };
    for (const name of Object.keys(files)) {
      expect((await runIn(['quiz', '--answers', name, '--json'], { files })).stdout).toBe(direct.stdout);
    }
  });

  it('is told from the name of a file: what cannot be one first, then the file that is there, then a role', async () => {
    for (const text of ['cpo,3', '0,-', '5', 'abc123:cpo', '-,-']) expect(looksLikeAnswers(text), text).toBe(true);
    for (const text of ['cpo', 'me.txt', './a,b', 'C:\\a,b', '-', 'a b'])
      expect(looksLikeAnswers(text), text).toBe(false);
    const nowOf = async (given: string, files = {}) =>
      ((await jsonOf(['quiz', '--answers', given], { files })).data['now'] as { role: string }).role;
    expect(await nowOf('cpo')).toBe('cpo');
    expect(await nowOf('cpo', { cpo: 'hop,3,4' })).toBe('head-of-product');
    expect(await nowOf('cpo,3', { 'cpo,3': 'hop,3,4' })).toBe('cpo');
    expect(await runIn(['quiz', '--answers', './cpo'])).toMatchObject({ code: 4, stdout: '' });
  });

  it.each([
    ['3;2;2', 'answer 1 is "3;2;2"'],
    ['cpo/2', 'cannot read cpo/2'],
    ['nobody,2', 'answer 1 is "nobody", expected the role you have, 0 for none of these, or -'],
    ['3,2', 'answer 1 is "3", expected the role'],
    ['senoir-pm,2', 'did you mean senior-pm?'],
    ['cpo,2,9', 'answer 3 is "9", expected a number from 1 to 5'],
    ['cpo,0', 'answer 2 is "0"'],
    ['0,4', 'answer 2 is "4", expected a number from 1 to 3'],
    ['abcdef:cpo,2', 'the quiz has changed since'],
    ['e3a1f0:3,2,2,3,2,1', 'the quiz has changed since'],
    [`${ANSWERS},1,1,1,1`, `the quiz is over after ${ANSWERS.split(',').length}`],
    ['', 'there are no answers'],
  ])('%j is refused', async (given, message) => {
    const { code, stdout, stderr } = await runIn(['quiz', '--answers', given]);
    expect(code).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  it.each([
    ['{', 'the JSON holds no answers'],
    ['{}', 'the JSON holds no answers'],
    ['{"replay":5}', 'the JSON holds no answers'],
    ['{"replay":"cpo,9"}', 'answer 2 is "9"'],
    ['{"data":{"replay":"000000:cpo,5"}}', 'the quiz has changed since'],
    ['[1]', 'expected the role you have'],
    ['hello', 'expected the role you have'],
  ])('the file %j is refused', async (text, message) => {
    const { code, stderr } = await runIn(['quiz', '--answers', 'file'], { files: { file: text } });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

/** What is kept of a quiz that was stopped. */
function kept(of: Ladder, state: ReadonlyMap<string, string>): QuizAnswer[] {
  return readReplay(bankOf(createCatalog(of)).bank, of, [...state.values()][0]!);
}

describe('asking', () => {
  it('needs somebody to ask, and says what to do without', async () => {
    const { code, stdout, stderr } = await runIn(['quiz']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('the quiz needs a terminal');
    const [, example] = /--answers (\S+)/.exec(stderr)!;
    expect((await runIn(['quiz', '--answers', example!])).code).toBe(0);
  });

  it('counts the questions, and never shows what roles expect', async () => {
    const { asked } = await runIn(['quiz'], { typed: ['9', ...Array<string>(30).fill('2')] });
    expect(asked[0]).toBe('To begin with: Which role do you have now?');
    expect(asked[1]).toMatch(/^Question 1 of about 18\. What you have done so far: /);
    for (const question of asked.slice(1)) {
      for (const role of ladder.roles) expect(question).not.toContain(role.title);
    }
  });

  it('offers few roles by number, and comes back to the one chosen before', async () => {
    const typed = ['8', 'back', ''];
    const { asked, offered } = await runIn(['quiz'], { typed });
    expect(offered[0]).toEqual([...ladder.roles.map(({ title }) => title), 'None of these']);
    expect(asked[2]).toBe(asked[0]);
    for (const [first, answer] of [
      ['8', 'cpo'],
      ['9', 0],
      ['1', 'junior-pm'],
    ] as const) {
      const state = new Map<string, string>();
      await runIn(['quiz'], { typed: [first, 'back', ''], state });
      expect(kept(ladder, state)).toEqual([{ question: PRESENT_ROLE, answer }]);
    }
  });

  it('asks for one of many roles by name', async () => {
    const tall = parsed(JSON.stringify(tallLadder()));
    const { id, title } = tall.roles[20]!;
    const world = (typed: string[]) => ({ ladder: tall, typed, state: new Map<string, string>() });
    const present = async (typed: string[]) => {
      const { state, ...rest } = world(typed);
      const outcome = await runIn(['quiz'], { ...rest, state });
      return { ...outcome, answer: kept(tall, state)[0]!.answer };
    };
    const { asked, found, answer } = await present([title]);
    expect(asked[0]).toBe('Which role do you have now?');
    expect(found[0]).toEqual([title]);
    expect((await present([''])).found[0]!.slice(-2)).toEqual(['None of these', 'Skip this question']);
    expect(answer).toBe(id);
    // A name that nothing is called by leaves nothing to choose: it must not end as "none of these".
    expect((await runIn(['quiz'], world(['nothing like it']))).found).toEqual([[]]);
    expect((await present(['none'])).answer).toBe(0);
    expect((await present([title, 'back', ''])).answer).toBe(id);
    expect((await present(['none', 'back', ''])).answer).toBe(0);
  });

  it('keeps what was answered, resumes it to the same result, and forgets it when done', async () => {
    for (const typed of [somebody(3).typed, ['9', ...Array<string>(40).fill('2')]]) {
      const whole = await runIn(['quiz', '--json'], { typed });
      for (let at = 1; at < whole.asked.length; at++) {
        const state = new Map<string, string>();
        const stopped = await runIn(['quiz'], { typed: typed.slice(0, at), state });
        expect(stopped).toMatchObject({ code: 130, stderr: expect.stringMatching(/pmroles quiz --resume\n$/) });
        const resumed = await runIn(['quiz', '--resume', '--json'], { typed: typed.slice(at), state });
        expect(resumed.stdout).toBe(whole.stdout);
        expect(state.size).toBe(0);
      }
    }
  });

  it('asks whether to go on with an unfinished quiz', async () => {
    const state = new Map<string, string>();
    await runIn(['quiz'], { typed: ['3', '2'], state });
    const afresh = await runIn(['quiz'], { typed: ['2'], state: new Map(state) });
    expect(afresh.asked.slice(0, 2)).toEqual([
      'You stopped in the middle of a quiz.: You were 2 questions in. Go on from there?',
      expect.stringMatching(/^To begin with/),
    ]);
    expect((await runIn(['quiz'], { typed: ['1'], state: new Map(state) })).asked[1]).toMatch(/^Question 2 /);
  });

  it('notices that the questions have changed, or that what was kept is damaged', async () => {
    const state = new Map<string, string>();
    await runIn(['quiz'], { typed: ['3', '2'], state });
    const [name, text] = [...state][0]!;
    const resume = (kept: string) => runIn(['quiz', '--resume'], { typed: ['1'], state: new Map([[name, kept]]) });
    expect(await resume(text.replace(MARK, '000000'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the questions have changed'),
    });
    for (const damaged of [
      '',
      '{',
      '{"version":2}',
      text.replace(',2"', ',99"'),
      text.replace(/product-\w+/, 'nobody'),
    ]) {
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
    expect(outcome.stderr.match(/pmroles: .*/g)).toEqual([
      'pmroles: the quiz cannot be kept (EROFS), so it cannot be resumed when it is stopped',
    ]);
    const stopped = await runIn(['quiz', '--no-save'], { typed: ['3', '2'] });
    expect(stopped.stderr).toMatch(/Stopped\. The answers so far: pmroles quiz --answers [0-9a-f]{6}:product-\w+,2\n$/);
  });
});

describe('a ladder without a quiz', () => {
  const kitchen = parsed(`
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
`);

  it('gets one made from its roles', async () => {
    const { bank: made, generated } = bankOf(createCatalog(kitchen));
    expect(generated).toBe(true);
    for (const role of ['commis', 'sommelier', 'chef']) {
      const weights = new Map(made.questions.map((question) => [question.id, question.weights[role] ?? 3]));
      const answers = takeQuiz(made, kitchen, { role: 'commis', interest: (id) => weights.get(id)! });
      const { stdout } = await runIn(['quiz', '--answers', writeReplay(made, kitchen, answers)], { ladder: kitchen });
      expect(stdout).toContain('which tell 3 of 3 roles apart');
      const { data } = await jsonOf(['quiz', '--answers', writeReplay(made, kitchen, answers)], { ladder: kitchen });
      expect((data['ranking'] as { role: string }[])[0]!.role).toBe(role);
    }
  });

  it('starts where roles differ only by level, or says that there is nothing to ask about', async () => {
    const levelled = (one: string, other: string) =>
      parsed(`
id: levelled
title: Levelled
levels: [{ id: low, title: Low }, { id: middle, title: Middle }, { id: high, title: High }]
skills: [{ id: a, name: Adding }, { id: b, name: Building }]
roles:
  - { id: one, title: One, rank: 1, skills: [{ skill: a, level: low }, { skill: b, level: ${one} }] }
  - { id: two, title: Two, rank: 2, skills: [{ skill: a, level: ${other} }, { skill: b, level: low }] }
`);
    const { code, stdout } = await runIn(['quiz', '--answers', 'one,5'], { ladder: levelled('high', 'high') });
    expect(code).toBe(0);
    expect(stdout).toContain('2 of 2 roles apart');
    expect(await runIn(['quiz', '--answers', 'one,5'], { ladder: levelled('low', 'low') })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('gives nothing to ask about'),
    });
  });

  it('says so when there is nothing to ask about', async () => {
    const bare = parsed('id: bare\ntitle: Bare\nroles: [{ id: a, title: A, rank: 1 }, { id: b, title: B, rank: 2 }]');
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
    const stdout = (await runIn(['quiz', '--list', '--width', '200'])).stdout.replace(/\s+/g, ' ');
    for (const { text } of [...bank.questions, ...bank.experience]) {
      expect(stdout).toContain(text.split(' ').slice(0, 2).join(' '));
    }
    expect(stdout).toContain('; in a small organisation 3 to 6)');
    const { data } = await jsonOf(['quiz', '--list']);
    expect(data).toMatchObject({
      questions: bank.questions,
      experience: bank.experience,
      experienceRanks: { 'product-lead': 3 },
      generated: false,
    });
  });
});

describe('what a quiz learnt that a profile holds as well', () => {
  const [role, ...others] = ANSWERS.split(',');
  const typed = [String(ROLES.indexOf(role!) + 1), ...others];
  const offers = (stderr: string): string[] =>
    [...stderr.matchAll(/^For your profile: (.*)$/gm)].map(([, line]) => line!);

  it('is offered after it on a terminal: the role and the aim, which the profile then takes', async () => {
    const { stderr } = await runIn(['quiz', '--color', 'never'], { typed, terminal: 80 });
    expect(offers(stderr)).toEqual(['pmroles me set role product-manager', 'pmroles me set aim head-of-product']);
    const saved = new Map<string, string>();
    for (const line of offers(stderr)) expect((await runIn(line.split(' ').slice(1), { saved })).code).toBe(0);
    expect([...saved.values()].join('')).toMatch(/^role: product-manager$/m);
    expect([...saved.values()].join('')).toMatch(/^aim: head-of-product$/m);
  });

  it('is no role where somebody has none of them', async () => {
    const { stderr } = await runIn(['quiz', '--color', 'never'], {
      typed: ['9', ...typed.slice(1), ...Array<string>(9).fill('2')],
      terminal: 80,
    });
    expect(offers(stderr).join()).not.toContain('set role');
  });

  it.each([
    ['whoever answered in a line', ['quiz', '--answers', ANSWERS], {}],
    ['a program', ['quiz', '--json'], { typed }],
    ['who wants no hints', ['quiz', '--quiet'], { typed }],
  ])('is not pressed on %s', async (_name, argv, world) => {
    expect((await runIn(argv, { terminal: 80, ...world })).stderr).not.toContain('For your profile');
  });
});
