/**
 * What happens in the ladder's picture: a role that is pointed at or reached leaves its own moves and neighbours lit, arrow keys
 * walk from card to card, and where there is no room for the picture it is a list.
 */

/** Lights what goes with the role of an element; nothing where it is of none. */
export function lightLadder(main: ParentNode, target: EventTarget | null): void {
  const card = target instanceof Element ? target.closest<HTMLElement>('.card') : null;
  for (const ladder of main.querySelectorAll('.ladder')) {
    const role = card && ladder.contains(card) ? card.dataset['role'] : undefined;
    if (role === undefined && !ladder.classList.contains('lit')) continue;
    const near = new Set([role]);
    for (const move of ladder.querySelectorAll<SVGElement>('.mv')) {
      const { from, to } = move.dataset;
      const isOwn = role !== undefined && (from === role || to === role);
      move.classList.toggle('near', isOwn);
      if (isOwn) near.add(from).add(to);
    }
    for (const other of ladder.querySelectorAll<HTMLElement>('.card')) {
      other.classList.toggle('near', near.has(other.dataset['role']));
    }
    ladder.classList.toggle('lit', role !== undefined);
  }
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Goes on to the nearest card in the direction of an arrow key: the ladder is one stop of the tab key. */
export function ladderKey(event: KeyboardEvent, target: Element): boolean {
  const direction = DIRECTIONS[event.key];
  const card = target.closest<HTMLElement>('.ladder .card');
  if (!direction || !card) return false;
  event.preventDefault();
  const cards = [...card.closest('.ladder')!.querySelectorAll<HTMLElement>('.card')];
  const here = middleOf(card);
  let best: HTMLElement | undefined;
  let least = Infinity;
  for (const other of cards) {
    const there = middleOf(other);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    const ahead = dx * direction[0] + dy * direction[1];
    // Straight on before aside.
    const distance = ahead + 3 * Math.abs(dx * direction[1] + dy * direction[0]);
    if (ahead > 1 && distance < least) [best, least] = [other, distance];
  }
  if (best) {
    for (const other of cards) other.tabIndex = other === best ? 0 : -1;
    best.focus();
  }
  return true;
}

function middleOf(card: Element): { readonly x: number; readonly y: number } {
  const { x, y, width, height } = card.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Draws each ladder as a picture where it has the room, else as a list. */
export function fitLadders(main: ParentNode): void {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  for (const ladder of main.querySelectorAll<HTMLElement>('.ladder')) {
    // Beside the words of the front its column is as wide as the picture.
    const isBeside = ladder.closest('.front--beside') !== null && innerWidth >= 72 * rem;
    const width = sizeOf(ladder, '--w') * rem;
    ladder.classList.toggle('wide', isBeside || width <= ladder.parentElement!.clientWidth + 1);
  }
}

/** What A4 has room for, in rem of paper; so wide is the room beside the steps of a path. */
const SHEET = { width: 68, height: 88, beside: 31 };

/** What is smaller cannot be read on paper, and what is larger is for a wall. */
const ZOOM = { least: 0.55, most: 1.4 };

/** Draws each ladder as large as a sheet of paper takes it, and as a list where that is too small to read. */
export function fitLaddersToPaper(main: ParentNode): void {
  for (const ladder of main.querySelectorAll<HTMLElement>('.ladder')) {
    const [width, height] = [sizeOf(ladder, '--w'), sizeOf(ladder, '--h')];
    const aside = ladder.closest('aside');
    aside?.classList.toggle('beside', width <= SHEET.beside);
    const zoom = Math.min(aside ? 1 : ZOOM.most, SHEET.width / width, SHEET.height / height);
    ladder.classList.toggle('wide', zoom >= ZOOM.least);
    ladder.style.setProperty('--zoom', String(zoom >= ZOOM.least ? zoom : 1));
  }
}

/** A measure of the picture, in rem. */
function sizeOf(ladder: HTMLElement, name: string): number {
  return Number.parseFloat(ladder.style.getPropertyValue(name));
}
