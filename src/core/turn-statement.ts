/**
 * A statement of a role as what somebody "had to" do, for a question about it.
 *
 * Turned is only what is surely an imperative ("Link strategy with design") or one verb in the third person ("Heads the team").
 * Where anything is doubtful there is no answer: a question can quote the statement as well, and that is always right.
 */

/** Verbs that are neither nouns nor adjectives. */
const VERBS = words(`
  achieve acquire adapt adopt advise align allocate analyse anticipate apply arrange assess assign attend clarify collaborate
  collect communicate conduct consult contribute convince create decide define deliver describe determine develop diagnose
  discover distribute empower enable encourage enforce engage enhance ensure establish evaluate evolve execute expand explain
  explore facilitate gather generate give grow identify implement improve inform innovate inspect inspire integrate introduce
  investigate keep learn listen maintain make manage maximise meet minimise motivate negotiate optimise organise oversee
  participate perform prepare prioritise promote propose protect provide recommend recruit reduce refine represent resolve respond
  retain sell simplify solve speak standardise supervise teach tell translate understand uphold validate verify write`);

/** Verbs that are something else too: they are verbs where an object follows that shows itself by its first word. */
const DOUBTFUL = words(`
  act address advocate answer approach audit balance bring budget build challenge champion change check clear close coach control
  coordinate cut delegate design document draft drive estimate find focus forecast forge foster frame guide handle head help hire
  influence initiate interview lead link look map market measure mentor model monitor move network onboard order own partner
  pitch plan present process put release report research review run scale schedule secure select serve set settle shape share
  ship spot steer study support take test track train turn use work`);

const BEGIN_AN_OBJECT = words(`
  a all an another any both each every everybody everyone everything it its many new no one other people several some the these
  this those three two what whether how your`);

/** What else shows that some of them are verbs. */
const BEHIND: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['act', words('as on')],
  ['advocate', words('for')],
  ['answer', words('for to')],
  ['bring', words('together')],
  ['focus', words('on')],
  ['help', words('out to with')],
  ['look', words('after at for out')],
  ['report', words('to')],
  ['set', words('out up')],
  ['take', words('care charge on over part turns')],
  ['work', words('across alongside as closely directly on together towards with')],
]);
const FURTHER_BEHIND: ReadonlyMap<string, RegExp> = new Map([
  ['link', / (?:to|with) /],
  ['use', / to /],
]);

/** More than one sentence, an aside, a list of its own, or what English is not written with. */
const MANY_PARTS = /[^\x20-\x7e’]|[.!?;:()[\]{}"<>/]| [-+*] /;

/** Many a verb is spelt alike in another language, and a ladder may not say which it is in. */
const FOREIGN =
  /\b(?:das|de|del|den|der|des|die|du|e|el|en|et|il|la|las|le|les|lo|los|o|och|og|ou|para|por|un|una|und|une|van|y)\b/i;

/** What only makes sense of the person that the statement is of, or of the company. */
const OF_SOMEBODY =
  /\b(?:I|me|my|we|us|ours?|you|they|them|theirs?|themsel(?:f|ves)|he|him|his|she|hers?|himself|herself|own)\b/i;

/** A second verb, in a form that does not fit behind "had to". */
const SECOND = /(,|\b(?:and|or|but|nor|then)\b)(?:\s+(and|or|but|nor|then)\b)?\s+(?:\w+ly\s+)?(\w+)/g;
const FINITE = words('is are was were has had does did can could may might must should shall will would needs');

/**
 * What stands behind "you had to": the statement with its verb in the plain form, without a full stop.
 *
 * @param language the tag of the ladder's language; English where it is absent
 * @returns undefined where that is not surely right
 */
export function turned(statement: string, language: string | undefined): string | undefined {
  if (language !== undefined && !/^en(?:-|$)/i.test(language)) return undefined;
  const text = statement.trim().replace(/\.$/, '');
  if (MANY_PARTS.test(text) || FOREIGN.test(text)) return undefined;
  const [, first = '', rest = ''] = /^([A-Za-z][a-z]+)( .+)$/.exec(text) ?? [];
  const spelt = british(first.toLowerCase());
  const plain = THIRD_PERSONS.get(spelt);
  if (OF_SOMEBODY.test(rest) || !isVerb(plain ?? spelt, rest)) return undefined;
  for (const [, before, between, word] of rest.matchAll(SECOND)) {
    const other = british(word!.toLowerCase());
    if (FINITE.has(other) || THIRD_PERSONS.has(other)) return undefined;
    // "…, weighing value" hangs on the verb; "… and weighing" may stand beside it, and then it is the wrong form.
    if (other.endsWith('ing') && (before !== ',' || between !== undefined)) return undefined;
  }
  if (plain === undefined) return first.toLowerCase() + rest;
  // In "heads the team and plans" a second verb would have to change too; in "heads its team", whose is it?
  if (/,|\b(?:and|or|but|nor|then|its)\b/.test(rest)) return undefined;
  return (first.endsWith('zes') ? plain.replace(/se$/, 'ze') : plain) + rest;
}

function isVerb(verb: string, rest: string): boolean {
  const [next = '', behind = ''] = rest.toLowerCase().match(/[\w-]+/g) ?? [];
  if (next === 'of') return false;
  if (next === 'and' || next === 'or') {
    // In "plan and deliver" the one shows what the other is.
    const [both, sure] = [[verb, british(behind)], (word: string) => VERBS.has(word)] as const;
    return both.every((word) => sure(word) || DOUBTFUL.has(word)) && both.some(sure);
  }
  if (VERBS.has(verb)) return true;
  if (!DOUBTFUL.has(verb)) return false;
  if (BEGIN_AN_OBJECT.has(next) || BEHIND.get(verb)?.has(next) === true) return true;
  return FURTHER_BEHIND.get(verb)?.test(rest) === true && !/ing$|^cases?$/.test(next);
}

/** One spelling of what is written in two. */
function british(word: string): string {
  return word.replace(/z(es?)$/, 's$1');
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** From "manages" to "manage". */
const THIRD_PERSONS: ReadonlyMap<string, string> = new Map(
  [...VERBS, ...DOUBTFUL].map((verb) => {
    if (/[^aeiou]y$/.test(verb)) return [verb.replace(/y$/, 'ies'), verb];
    return [/(?:s|x|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`, verb];
  }),
);
