/**
 * `pmroles import --update`: a ladder that is imported again, and what others of its files hold besides.
 */
import { join } from 'node:path';
import { PmrolesError, usage } from '../core/errors.ts';
import { changesOf, type LadderChanges } from '../core/changes/ladder-changes.ts';
import type { Ladder } from '../core/model.ts';
import { quote } from '../core/names.ts';
import { loadTexts } from '../system/load-ladder.ts';
import type { Session } from './shared/session.ts';
import type { Destination } from './shared/write-to.ts';

/** How a file begins that an import wrote. */
const IMPORTED = '# Imported from ';

/** The ladder that is there already. */
export interface KnownLadder {
  /** Undefined where there is none yet. */
  readonly ladder: Ladder | undefined;
  /** The file that the import writes; the others of its folder stay as they are. */
  readonly file: string;
  /** What changes where that file holds this text; fails where the files together are no ladder then. */
  readonly changesWith: (text: string) => LadderChanges;
}

/**
 * Reads the ladder that is to be updated.
 *
 * @throws PmrolesError `usage` where nothing says which file is meant, `ladder-invalid` for a ladder that cannot be read
 */
export async function knownLadder({ output = '-' }: Destination, { runtime }: Session): Promise<KnownLadder> {
  if (output === '-') throw usage('--update needs a ladder to update', 'name its file or folder: -o ladder/ --update');
  const { texts, isFolder } = await runtime.ladderTexts(output);
  const read = (files: typeof texts): Ladder => loadTexts(output, files).ladder;
  if (texts.length === 0) {
    const file = isFolder ? join(output, 'ladder.yaml') : output;
    return {
      ladder: undefined,
      file,
      changesWith: (text) => changesOf(read([{ file, text }]), read([{ file, text }])),
    };
  }
  const before = read(texts);
  // JSON has no comment to tell it by.
  const isOwn = ({ file, text }: (typeof texts)[number]): boolean =>
    text.startsWith(IMPORTED) || (texts.length === 1 && /\.json$/i.test(file));
  const own = texts.filter(isOwn);
  if (own.length !== 1) {
    throw usage(
      `${own.length === 0 ? 'none' : 'several'} of the files in ${quote(output)} ${own.length === 0 ? 'was' : 'were'} written by an import`,
      'name the one that is to be written: -o ladder/ladder.yaml; its first line begins with "# Imported from"',
    );
  }
  const { file } = own[0]!;
  return {
    ladder: before,
    file,
    changesWith(text) {
      try {
        return changesOf(before, read(texts.map((one) => (one.file === file ? { file, text } : one))));
      } catch (error) {
        // What is wrong is the new sheet beside the files that are there, not the ladder as it stands.
        if (!(error instanceof PmrolesError) || texts.length === 1) throw error;
        throw new PmrolesError(
          'ladder-invalid',
          `nothing was written: with this table, the other files of ${output} do not fit any more`,
          {
            hint: error.hint ?? '',
          },
        );
      }
    },
  };
}
