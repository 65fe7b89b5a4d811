import { describe, expect, it } from 'vitest';
import { jsonOf, runIn, type World } from '../support/fake-runtime.ts';
import { MANAGER_YAML, ME_YAML, OWN_PROFILE } from '../support/profiles.ts';
import { templateFile } from '../support/fake-runtime.ts';

const world = (more: World = {}): World & { saved: Map<string, string> } => ({
  files: { [OWN_PROFILE]: ME_YAML, 'manager.yaml': MANAGER_YAML },
  saved: new Map<string, string>(),
  ...more,
});
const empty = (more: World = {}) => world({ files: {}, ...more });

describe('me', () => {
  it('shows what is answered, and how much of each role that is', async () => {
    const { stdout, code } = await runIn(['me'], world());
    expect(code).toBe(0);
    expect(stdout).toContain('As of 2026-11-01.');
    expect(stdout).toMatch(/Role: Product Manager · covers 1 of 2 answered; 17 not answered/);
    expect(stdout).toContain('not applicable: Flexibility (No other team)');
    expect(stdout).toContain('yes: Marketing, Strategic thinking (1 piece of evidence)');
    // A day that has passed is said to have.
    expect(stdout.replace(/\s+/g, ' ')).toContain('good place to work · by 2026-10-01, which has passed');
    expect(stdout).not.toContain('pricing test');
    expect((await runIn(['me', '--evidence'], world())).stdout).toContain('Led the pricing test');
  });

  it('says how to make one where there is none and nobody can be asked', async () => {
    const { code, stderr } = await runIn(['me'], empty());
    expect(code).toBe(4);
    expect(stderr).toContain(`there is no profile at ${OWN_PROFILE}`);
    expect(stderr).toContain('pmroles me set role');
  });

  it('is found by flag, variable, setting, folder and place, in that order', async () => {
    const at = (file: string) => ({ [file]: ME_YAML.replace('# Mine.', `# ${file}`) });
    const files = {
      ...at('flag.yaml'),
      ...at('variable.yaml'),
      ...at('/set.yaml'),
      ...at('me.yaml'),
      ...at(OWN_PROFILE),
    };
    const shown = async (argv: readonly string[], more: World): Promise<string> =>
      /As of [\d-]+\. (\S+)/.exec((await runIn(['me', ...argv], { files, ...more })).stdout)![1]!;
    const env = { PMROLES_ME: 'variable.yaml' };
    const settings = { me: '/set.yaml' };
    expect(await shown(['--me', 'flag.yaml'], { env, settings })).toBe('flag.yaml');
    expect(await shown([], { env, settings })).toBe('variable.yaml');
    expect(await shown([], { settings })).toBe('/set.yaml');
    expect(await shown([], {})).toBe('me.yaml');
    expect(await shown([], { files: at(OWN_PROFILE) })).toBe(OWN_PROFILE);
  });
});

describe('me set', () => {
  it('makes a profile, and says where', async () => {
    const here = empty();
    const { code, stdout, stderr } = await runIn(['me', 'set', 'role', 'pm'], here);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'role: Product Manager\n' });
    expect(stderr).toBe(`wrote ${OWN_PROFILE}, for you alone\n`);
    expect(here.saved.get(OWN_PROFILE)).toMatch(/^role: product-manager$/m);
    expect(here.saved.get(OWN_PROFILE)).toMatch(/^on: 2026-11-25$/m);
  });

  it('tells how to keep it out of a git work tree', async () => {
    const { stderr } = await runIn(
      ['me', 'set', 'role', 'pm', '--me', '/work/tree/a b/me.yaml'],
      empty({ workTree: '/work/tree' }),
    );
    expect(stderr).toContain("echo '/a b/me.yaml' >> /work/tree/.gitignore");
  });

  it('changes one answer and leaves the rest, comments too', async () => {
    const here = world();
    const { stdout } = await runIn(
      ['me', 'set', 'leadership', 'yes', '--evidence', 'Led it', '--on', '2026-11-02'],
      here,
    );
    expect(stdout).toBe('Leadership: yes, evidence added\n');
    const text = here.saved.get(OWN_PROFILE)!;
    expect(text).toContain('# Mine.');
    const { data } = (await jsonOf(['me', '--evidence'], here)) as unknown as {
      data: { answers: { id: string; answer: { truth: string; evidence: object[] } }[] };
    };
    const answers = new Map(data.answers.map(({ id, answer }) => [id, answer]));
    expect(answers.get('leadership')).toMatchObject({
      truth: 'yes',
      evidence: [{ text: 'Led it', on: '2026-11-02', url: null }],
    });
    expect(answers.get('strategic-thinking')).toMatchObject({ truth: 'yes' });
    expect(answers.size).toBe(7);
  });

  it('takes names, sentences and the titles of levels', async () => {
    const here = empty();
    const set = async (...words: string[]) => (await runIn(['me', 'set', ...words, '-q'], here)).stdout;
    expect(await set('Strategic Thinking', 'Yes')).toBe('Strategic thinking: yes\n');
    expect(await set('Create the product strategy and the roadmap.', 'partly')).toBe(
      'Create the product strategy and the roadmap: partly\n',
    );
    const there = empty();
    const data = templateFile('engineering');
    await runIn(['me', 'set', 'mentoring', 'Guiding', '--data', data], there);
    expect(there.saved.get(OWN_PROFILE)).toContain('mentoring: guiding');
  });

  it.each([
    [['set'], 'set takes an id and an answer'],
    [['set', 'leadership'], 'set leadership takes an answer'],
    [['set', 'leadership', 'expert'], '"expert" is no answer about "leadership"'],
    [['set', 'zzz', 'yes'], 'no skill or responsibility is called "zzz"'],
    [['set', 'leadershp', 'yes'], 'did you mean leadership?'],
    // The start of a word is too little to be written down.
    [['set', 'lead', 'yes'], 'fits'],
    [['set', 'leadersh', 'yes'], 'did you mean leadership?'],
    [['set', 'rol', 'yes'], 'no skill or responsibility is called "rol"'],
    [['set', 'role'], 'set role takes a role'],
    [['set', 'leadership', 'not-applicable'], 'not-applicable goes with a reason'],
    [['set', 'leadership', 'yes', '--because', 'x'], 'not-applicable goes with a reason'],
    [['set', 'leadership', 'yes', '--evidence'], '--evidence takes a text'],
    [['set', 'leadership', 'yes', '--evidence', 'x', '--on', '2026-02-30'], '"2026-02-30" is not a day'],
    [['set', 'leadership', 'yes', '--evidence', 'x', '--url', 'ftp://x'], '"ftp://x" is not an address'],
    [['set', 'leadership', 'yes', '--url', 'https://x'], '--url and --on belong to --evidence'],
    [['unset'], 'unset takes one id'],
    [['st', 'leadership'], 'there is no action "st"'],
  ])('refuses %j, and writes nothing', async (words, message) => {
    const here = world();
    const { code, stderr } = await runIn(['me', ...words], here);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(here.saved.size).toBe(0);
  });

  it('changes nothing in a profile that cannot be read, or of another ladder', async () => {
    const broken = world({ files: { [OWN_PROFILE]: ME_YAML.replace('marketing: yes', 'marketing: maybe') } });
    const { code, stderr } = await runIn(['me', 'set', 'leadership', 'yes'], broken);
    expect(code).toBe(3);
    expect(stderr).toContain(`${OWN_PROFILE}:9:14: the answer is none of yes, partly, no`);
    expect(broken.saved.size).toBe(0);
    const foreign = await runIn(
      ['me', 'set', 'programming', 'guiding', '--data', templateFile('engineering')],
      world(),
    );
    expect(foreign.code).toBe(3);
    expect(foreign.stderr).toContain('the profile is of the ladder product-management, not of engineering');
  });

  it('takes an answer back: it counts as not answered', async () => {
    const here = world();
    expect((await runIn(['me', 'unset', 'marketing'], here)).stdout).toBe('Marketing: not answered\n');
    expect(here.saved.get(OWN_PROFILE)).not.toContain('marketing');
    await runIn(['me', 'unset', 'aim'], here);
    expect(here.saved.get(OWN_PROFILE)).not.toContain('aim:');
  });
});

describe('me answer', () => {
  it('asks for role and aim, then what the role and the next one expect, and keeps each answer at once', async () => {
    const here = empty({ typed: ['product manager', 'head of product', '1', 'skip', '4', 'not here', '3', 'quit'] });
    const { asked, offered, stderr, code } = await runIn(['me'], here);
    expect(code).toBe(0);
    expect(asked.slice(0, 2)).toEqual(['Which role do you have?', 'Which role do you want to get to?']);
    expect(asked[2]).toMatch(/^1 of \d+: Do you have this skill\? /);
    expect(offered[0]).toEqual(['Yes', 'Partly', 'No', 'It does not apply to me']);
    const { data } = (await jsonOf(['me'], here)) as unknown as {
      data: { answers: { answer: { truth: string | null; notApplicable: string | null } }[] };
    };
    expect(data.answers.map(({ answer }) => answer.truth ?? answer.notApplicable)).toEqual(['yes', 'not here', 'no']);
    expect(stderr).toMatch(/3 of \d+ answered/);
    expect(stderr).toContain('Go on with: pmroles me answer');
  });

  it('asks only what is open, goes back, and shows level texts but no level that is asked for', async () => {
    const data = templateFile('engineering');
    const here = empty();
    const at = ['--data', data];
    await runIn(['me', 'set', 'role', 'engineer', ...at], here);
    await runIn(['me', 'set', 'programming', 'guiding', ...at], here);
    const { asked, offered } = await runIn(['me', 'answer', 'engineer', ...at], {
      ...here,
      typed: ['1', 'back', '2', 'quit'],
    });
    expect(asked[0]).toBe(asked[2]);
    expect(asked.join(' ')).not.toContain('Programming');
    expect(offered[0]!.at(-2)).toBe('None of these yet');
    expect(offered[0]![0]).toMatch(/^Learning: \w/);
    expect(`${asked.join(' ')} ${offered.join(' ')}`).not.toMatch(/asked|expect|essential/i);
  });

  it('needs a terminal', async () => {
    const { code, stderr } = await runIn(['me', 'answer'], world());
    expect(code).toBe(2);
    expect(stderr).toContain('pmroles me set <id> <answer>');
  });
});

describe('a profile in the place of a role', () => {
  it('is compared with roles: missing, partly, not answered, there', async () => {
    const { stdout } = await runIn(['compare', 'me', 'head-of-product'], world());
    expect(stdout).toContain('Covers 3 of 6 answered; 14 not answered; 1 not applicable.');
    const order = ['Missing', 'Partly there', 'Not answered', 'Not applicable', 'There'].map((words) =>
      stdout.indexOf(`\n${words}\n`),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order.every((place) => place > 0)).toBe(true);
    // The aim is meant where no role is named.
    expect((await runIn(['compare', 'me'], world())).stdout).toBe(stdout);
  });

  it('says for which roles something is asked, and at which level', async () => {
    const at = ['--data', templateFile('engineering')];
    const here = empty();
    await runIn(['me', 'set', 'mentoring', 'learning', ...at], here);
    const { stdout } = await runIn(
      ['compare', 'me', 'senior-engineer', 'engineering-manager', '--width', '120', ...at],
      here,
    );
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Mentoring · Learning, asked: Independent for Senior Engineer and Guiding for Engineering Manager · essential',
    );
  });

  it('is compared with itself: all the same', async () => {
    const { stdout } = await runIn(['compare', 'me', `@${OWN_PROFILE}`], world());
    expect(stdout).toContain('0 answers changed, 7 did not; 0 answers are new, 0 are gone.');
  });

  it('is compared with what somebody else says, differences first', async () => {
    const { stdout } = await runIn(['compare', 'me', '@manager.yaml'], world());
    expect(stdout).toMatch(/^Me \(2026-11-01\) and Manager\n/);
    expect(stdout).toContain('≠ Leadership · Me: partly · Manager: yes (1 step higher)');
    expect(stdout).toContain('Only Me answered');
    expect(stdout).toContain('Only Manager answered');
    expect(stdout.indexOf('Differ')).toBeLessThan(stdout.indexOf('Both say'));
  });

  it('is compared with what it was: what rose, fell, came and went', async () => {
    const old = ME_YAML.replace('2026-11-01', '2025-11-01')
      .replace('leadership: partly', 'leadership: no')
      .replace('  product-strategy: yes\n', '')
      .replace('marketing: yes', 'marketing: yes\n  communication: yes');
    const here = world({ files: { [OWN_PROFILE]: ME_YAML, 'old.yaml': old } });
    const { stdout, stderr } = await runIn(['compare', 'me', '@old.yaml'], here);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^old \(2025-11-01\) → Me \(2026-11-01\)\n/);
    expect(stdout).toMatch(/Rose\n {2}\+ Leadership: no → partly/);
    expect(stdout).toContain('New\n1 responsibility (Create the product strategy and the roadmap)');
    expect(stdout).toContain('No longer answered\n1 skill (Communication)');
    // Whichever is named first.
    expect((await runIn(['compare', '@old.yaml', 'me'], here)).stdout).toBe(stdout);
  });

  it('walks a path from its own role, with what is still missing', async () => {
    const { stdout } = await runIn(['path', 'me', 'cpo'], world());
    expect(stdout).toMatch(/^Me \(Product Manager\) → Chief Product Officer\n/);
    expect(stdout).toMatch(/1\. Senior Product Manager .*1 partly there · 21 not/);
    expect(stdout).not.toContain('new');
  });

  it.each([
    [['compare', 'me', '@a.yaml', '@b.yaml'], 'compare takes two profiles at the most'],
    [['compare', 'me', 'cpo', '--only', 'changed'], '--only is for roles alone'],
    [['compare', 'me', 'cpo', '--format', 'svg'], 'there is no format "svg" here'],
    [['path', 'cpo', 'me'], 'a path leads from one profile to one role'],
    [['path', 'me', '@a.yaml'], 'a path leads from one profile to one role'],
    [['compare', '@', 'cpo'], '"@" names no file'],
    [['compare', 'me', 'cpo', '--me', ''], '--me names no file'],
  ])('%j is refused in words', async (argv, message) => {
    const files = { [OWN_PROFILE]: ME_YAML, 'a.yaml': MANAGER_YAML, 'b.yaml': MANAGER_YAML };
    const { code, stderr } = await runIn(argv, world({ files }));
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe('plan', () => {
  it('says of a goal that is reached that it is', async () => {
    const files = { [OWN_PROFILE]: ME_YAML.replace('develop-team: partly', 'develop-team: yes') };
    const { stdout } = await runIn(['plan'], world({ files }));
    expect(stdout).toMatch(/1\. Help the team grow .*\n {2}• Now: yes\. Reached: its state can be done\./);
  });

  it('calls no role a next step that no move leads to', async () => {
    const files = { [OWN_PROFILE]: ME_YAML.replace('aim: head-of-product', 'aim: junior-pm') };
    const { stdout } = await runIn(['plan', 'product-manager'], world({ files }));
    expect(stdout).not.toContain('next step');
  });

  it('writes at most three goals, what is planned first, each with its reason', async () => {
    const { stdout } = await runIn(['plan'], world());
    expect(stdout).toMatch(
      /^Growth plan: Product Manager → Head of Product\n2026-11-25 · Product management 1\.0\.0\n/,
    );
    expect(stdout.match(/^\d\. /gm)).toEqual(['1. ', '2. ', '3. ']);
    expect(stdout).toContain('1. Help the team grow and make it a good place to work');
    expect(stdout).toContain('How: Mentor one product manager');
    expect(stdout).toContain('By: 2026-10-01, which has passed');
    expect(stdout).toMatch(/2\. Leadership\n {2}• Why: Senior Product Manager, your next step, asks for it/);
  });

  it('puts its goals into the profile once, with room for the rest', async () => {
    const here = world();
    const { stderr } = await runIn(['plan', '--write', '--by', '2027-03-31'], here);
    expect(stderr).toContain(`2 added to the plan in ${OWN_PROFILE}`);
    const text = here.saved.get(OWN_PROFILE)!;
    expect(text).toContain(
      '  - skill: leadership\n    to: yes\n    how:\n    kind:\n    done-when:\n    by: 2027-03-31\n    review:\n    state: open\n',
    );
    expect(text).toContain('# since May');
    expect((await runIn(['plan', '--write'], here)).stderr).toContain('0 added');
  });

  it('proposes no more of what was dropped', async () => {
    const files = { [OWN_PROFILE]: ME_YAML.replace('plan:', 'plan:\n  - { skill: leadership, state: dropped }') };
    expect((await runIn(['plan'], world({ files }))).stdout).not.toMatch(/\d\. Leadership/);
  });

  it('says what it does not know rather than that all is well', async () => {
    const { stdout } = await runIn(['plan', 'cpo', '--me', 'manager.yaml'], world());
    expect(stdout).toContain('No gap is known yet: too little is answered.');
  });

  it('calls essential only what the role itself does', async () => {
    const at = ['--data', templateFile('engineering')];
    const here = empty();
    for (const words of ['role engineer', 'aim engineering-manager', 'hiring no']) {
      await runIn(['me', 'set', ...words.split(' '), ...at], here);
    }
    const { stdout } = await runIn(['plan', '--width', '200', ...at], here);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Why: Senior Engineer, your next step, asks for it; 1 later role asks for it too, as essential.',
    );
  });
});
