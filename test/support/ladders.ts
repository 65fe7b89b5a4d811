/**
 * Small ladders made by hand, and the shipped one, for tests.
 */
import { fileURLToPath } from 'node:url';
import { type Catalog, createCatalog } from '../../src/core/catalog.ts';
import type { Ladder } from '../../src/core/model.ts';
import { formatDiagnostic, loadLadder } from '../../src/system/load-ladder.ts';
import { parseLadder } from '../../src/ladder/parse.ts';

/** Where the shipped ladder lies. */
export const SHIPPED_FOLDER = fileURLToPath(new URL('../../data/product-management', import.meta.url));

/**
 * Parses inline YAML that is known to be sound.
 *
 * @param texts the files of one ladder
 * @returns the ladder
 * @throws Error with every diagnostic when there is an error among them
 */
export function ladderOf(...texts: readonly string[]): Ladder {
  const { ladder, diagnostics } = parseLadder(texts.map((text, index) => ({ file: `${index + 1}.yaml`, text })));
  if (!ladder) throw new Error(diagnostics.map(formatDiagnostic).join('\n'));
  return ladder;
}

/** Parses inline YAML into a ladder with its lookups. */
export function catalogOf(...texts: readonly string[]): Catalog {
  return createCatalog(ladderOf(...texts));
}

/** Calls a function once, and gives its result from then on. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The shipped ladder, read from its YAML. */
export const shipped: () => Ladder = once(() => loadLadder(SHIPPED_FOLDER).ladder);

/** The shipped ladder with its lookups. */
export const shippedCatalog: () => Catalog = once(() => createCatalog(shipped()));

/** A ladder without sources, levels, tracks or areas: the least that says something. */
export const PLAIN_YAML = `
id: bakery
title: Bakery
areas:
  - { id: bread, title: Bread }
skills:
  - { id: kneading, name: Kneading }
  - { id: selling, name: Selling }
roles:
  - id: baker
    title: Baker
    rank: 2
    responsibilities:
      - { area: bread, text: Bake the bread. }
    skills: [kneading]
  - id: helper
    title: Helper
    rank: 1
    skills: [kneading, selling]
progressions:
  - { from: helper, to: baker }
`;

/**
 * A ladder with levels that rise and fall, importances, a skill that does not apply, two tracks that part and join again,
 * parallel, lateral and step-back moves, a silent role, contrasts, disagreements and an inclusion.
 */
export const LEVELLED_YAML = `
id: workshop
version: 2.1.0
title: Workshop
summary: Five ways to work with wood.
tracks:
  - { id: craft, title: Craft }
  - { id: lead, title: Leading, description: Those who lead. }
areas:
  - { id: making, title: Making }
  - { id: people, title: People }
  - { id: money, title: Money }
levels:
  - { id: awareness, title: Awareness }
  - { id: working, title: Working }
  - { id: expert, title: Expert, description: The top. }
skills:
  - id: joinery
    name: Joinery
    group: [Craft, Wood]
    levels: { awareness: Has seen it done., expert: Teaches it. }
  - { id: finishing, name: Finishing, group: [Craft, Wood] }
  - { id: mentoring, name: Mentoring, group: People }
  - { id: budgeting, name: Budgeting }
sources:
  - id: S
    title: The Carpenter's Almanac
    date: '1901-02-03'
    url: https://example.org/almanac
    note: Third printing.
    facts:
      - { id: S-1, text: Fact the first. }
      - { id: S-2, text: Fact the second. }
      - { id: S-3, text: Fact the third. }
      - { id: S-4, text: Fact the fourth. }
      - { id: S-5, text: Fact the fifth. }
      - { id: S-6, text: Fact the sixth. }
      - { id: S-7, text: Fact the seventh. }
      - { id: S-8, text: Fact the eighth. }
  - { id: T, title: Timber Talk }
roles:
  - id: owner
    title: Owner
    rank: 4
    track: lead
    summary: { text: Owns the shop., cites: [S-7] }
    responsibilities:
      - { id: balance-books, area: money, text: Balance the books., cites: [S-8] }
      - { id: lead-team, area: people, text: Lead everybody., cites: [T] }
    skills:
      - { skill: budgeting, level: expert, importance: essential, text: Knows every penny., cites: [S-8] }
      - { skill: mentoring, level: expert, importance: useful, cites: [T] }
      - { skill: joinery, level: awareness, importance: optional, cites: [S-7] }
      - { skill: finishing, notApplicable: true, cites: [S-7] }
  - id: apprentice
    title: Apprentice
    aliases: [trainee]
    rank: 1
    track: craft
    summary: { text: Learns the trade., cites: [S-1] }
    responsibilities:
      - { id: sweep, area: making, text: Sweep the floor., cites: [S-1] }
    skills:
      - { skill: joinery, level: awareness, cites: [S-1] }
    notes:
      - { text: Sleeps in the loft., cites: [T] }
      - { text: Eats a lot., editorial: true }
  - id: journeyman
    title: Journeyman
    rank: 2
    track: craft
    summary: { text: Makes things., cites: [S-2] }
    responsibilities:
      - { id: build, area: making, text: Build furniture., cites: [S-2, S-3] }
      - { id: teach, area: people, text: Teach the apprentice., cites: [S-3] }
    skills:
      - { skill: joinery, level: working, importance: essential, cites: [S-2] }
      - { skill: finishing, level: working, importance: useful, cites: [S-3] }
  - id: master
    title: Master
    rank: 3
    track: craft
    summary: { text: Makes masterpieces., cites: [S-4] }
    includes:
      - { role: journeyman, cites: [S-5] }
    responsibilities:
      - { id: design, area: making, text: Design furniture., cites: [S-4] }
    skills:
      - { skill: joinery, level: expert, importance: essential, cites: [S-4] }
      - { skill: mentoring, level: awareness, cites: [T] }
  - id: foreman
    title: Foreman
    rank: 3
    track: lead
    summary: { text: Runs the shop floor., cites: [S-6] }
    responsibilities:
      - { id: lead-team, area: people, text: Lead the team., cites: [S-6] }
  - id: clerk
    title: Clerk
    rank: 2
    track: lead
progressions:
  - { from: apprentice, to: journeyman, cites: [S-1] }
  - { from: apprentice, to: journeyman, basis: implied, cites: [T] }
  - { from: journeyman, to: master, cites: [S-4], note: After a masterpiece. }
  - { from: journeyman, to: foreman, kind: track-change, cites: [S-6] }
  - { from: master, to: owner, basis: implied, cites: [S-7] }
  - { from: foreman, to: owner, cites: [S-7] }
  - { from: master, to: foreman, kind: lateral, cites: [T] }
  - { from: foreman, to: journeyman, kind: step-back, basis: editorial }
contrasts:
  - { roles: [master, foreman], text: The one makes and the other makes others make., cites: [S-6] }
disagreements:
  - id: who-leads
    title: Who leads?
    roles: [master, foreman]
    positions:
      - { text: The foreman does., cites: [S-6] }
      - { text: The master does., cites: [T] }
notes:
  - { text: A shop smells of glue., cites: [T] }
  - { text: Ranks are ours., editorial: true }
`;

/** A cumulative ladder of three ranks on one track, with a second track beside it. */
export const CUMULATIVE_YAML = `
id: climb
title: Climb
cumulative: true
tracks:
  - { id: main, title: Main }
  - { id: side, title: Side }
areas:
  - { id: all, title: Everything }
levels:
  - { id: low, title: Low }
  - { id: high, title: High }
skills:
  - { id: rope, name: Rope }
  - { id: knots, name: Knots }
  - { id: maps, name: Maps }
roles:
  - id: one
    title: One
    rank: 1
    track: main
    responsibilities: [{ id: carry, area: all, text: Carry. }]
    skills: [{ skill: rope, level: low }]
  - id: two
    title: Two
    rank: 2
    track: main
    responsibilities: [{ id: belay, area: all, text: Belay. }]
    skills: [{ skill: rope, level: high }, { skill: knots, level: low }]
  - id: three
    title: Three
    rank: 5
    track: main
    responsibilities: [{ id: guide, area: all, text: Guide. }]
    skills: [{ skill: maps, level: high }]
  - id: other
    title: Other
    rank: 3
    track: side
    responsibilities: [{ id: cook, area: all, text: Cook. }]
progressions:
  - { from: one, to: two }
  - { from: two, to: three }
`;

export const plainCatalog: () => Catalog = once(() => catalogOf(PLAIN_YAML));
export const levelledCatalog: () => Catalog = once(() => catalogOf(LEVELLED_YAML));
export const cumulativeCatalog: () => Catalog = once(() => catalogOf(CUMULATIVE_YAML));
