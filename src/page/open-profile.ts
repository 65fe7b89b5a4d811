/**
 * Reads a file of the user's own as a profile. It is held in memory, and gone with the page. What reads it and shows it is a part of
 * the program that most visits never need: it lies packed in the page, and is unpacked for the first profile.
 */
import type { Catalog } from '../core/catalog.ts';
import { toNodes } from './dom.ts';
import type { Book } from './page.ts';
import { type Opened, type OpenProfile, profileBar } from './profile.ts';

/**
 * Opens the profiles that are chosen or dropped, and closes them.
 *
 * @param changed is told of either, and whether something was wrong with the file
 */
export function watchProfiles(catalog: Catalog, main: Element, changed: (isWrong: boolean) => void) {
  let now: Pick<Book, 'mine' | 'unread'> = {};
  const set = (opened: typeof now): void => {
    now = opened;
    document.querySelector('.mine')?.remove();
    if (now.mine) main.before(...toNodes([profileBar(now.mine)]));
    changed(now.unread !== undefined);
  };
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (!file) return;
    void openProfile(catalog, file).then((opened) => {
      set('mine' in opened ? opened : { unread: opened.problems });
    });
  };
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.id === 'profile-file') take(target.files);
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-close-profile]')) set({});
  });
  // A file that nobody takes would be shown in the place of the page.
  const dropped = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    if (event.type === 'drop') take(event.dataTransfer.files);
  };
  document.addEventListener('dragover', dropped);
  document.addEventListener('drop', dropped);
  return { now: () => now };
}

/** No profile is larger. */
const MOST_BYTES = 4 * 1024 * 1024;

let unpacked: OpenProfile | undefined;

/** Reads a file as a profile of the ladder. */
async function openProfile(catalog: Catalog, file: File): Promise<Opened> {
  if (file.size > MOST_BYTES) return { problems: [`${file.name} is larger than a profile can be, which is 4 MB.`] };
  try {
    unpacked ??= await unpack();
  } catch {
    return { problems: ['This browser cannot unpack the part of the page that reads profiles. A newer one can.'] };
  }
  try {
    return unpacked(catalog, await file.text(), file.name);
  } catch {
    return { problems: [`${file.name} cannot be read.`] };
  }
}

/** Runs the packed part, which the policy of the page knows by its hash. */
async function unpack(): Promise<OpenProfile> {
  const packed = document.querySelector('#profile-part')!.textContent;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  const script = document.createElement('script');
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  const { openPmrolesProfile } = globalThis as { openPmrolesProfile?: OpenProfile };
  if (!openPmrolesProfile) throw new Error('the part did not run');
  return openPmrolesProfile;
}
