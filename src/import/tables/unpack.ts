/**
 * Unpacks a workbook, which is a zip of XML files, no further than memory bears.
 */
import { MOST_BYTES } from '../../core/size-limit.ts';
import { tableError } from '../table-error.ts';

/** What is a zip as well, by the name of a file in it. */
const OTHERS: readonly (readonly [within: RegExp, what: string])[] = [
  [/^xl\/workbook\.bin$/, 'a binary Excel file (.xlsb)'],
  [/^word\/document\.xml$/, 'a Word document'],
  [/^ppt\/presentation\.xml$/, 'a presentation'],
  [/^Index(?:\.zip|\/.*\.iwa)$/, 'a Numbers, Pages or Keynote document'],
  [/^mimetype$/, 'an OpenDocument file (such as .ods) or an e-book'],
];

/** So much is unpacked before it is looked how large it became. */
const CHUNK = 4 * 1024;

/** The XML files of a workbook by their names. Its pictures are of no use. */
export async function unpackWorkbook(file: string, bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const { Unzip, UnzipInflate, unzipSync } = await import('fflate');
  const names: string[] = [];
  let left = MOST_BYTES;
  const use = (size: number): void => {
    left -= size;
    if (left < 0)
      throw tableError(file, undefined, `it unpacks to more than ${MOST_BYTES} bytes`, 'save its tables as CSV');
  };
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        names.push(name);
        if (isUsed(name)) use(originalSize);
        return false;
      },
    });
    refuseOthers(file, names);
    // The directory may lie.
    left = MOST_BYTES;
    const parts = new Map<string, Uint8Array[]>();
    const unzip = new Unzip((entry) => {
      if (!isUsed(entry.name)) return;
      const chunks: Uint8Array[] = [];
      parts.set(entry.name, chunks);
      entry.ondata = (error, chunk) => {
        // Its types say that there always is an error.
        if ((error as unknown) instanceof Error) throw error as Error;
        use(chunk.length);
        chunks.push(chunk);
      };
      entry.start();
    });
    unzip.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += CHUNK) {
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
    return new Map([...parts].map(([name, chunks]) => [name, Buffer.concat(chunks)]));
  } catch (error) {
    throw damaged(file, error);
  }
}

/** What a library says of a workbook, as an error of ours. */
export function damaged(file: string, error: unknown): Error {
  if (error instanceof Error && error.name === 'PmrolesError') return error;
  const reason = error instanceof Error ? ` (${error.message})` : '';
  return tableError(
    file,
    undefined,
    `the workbook is damaged, or not as Excel writes it${reason}`,
    'save it again as xlsx',
  );
}

function isUsed(name: string): boolean {
  return /\.(?:xml|rels)$/.test(name) && !/^(?:docProps|customXml)\/|\/(?:drawings|charts|media|theme)\//.test(name);
}

function refuseOthers(file: string, names: readonly string[]): void {
  if (names.includes('xl/workbook.xml')) return;
  const other = OTHERS.find(([within]) => names.some((name) => within.test(name)));
  throw tableError(file, undefined, `it is ${other?.[1] ?? 'a zip archive'}`, 'save it as xlsx or CSV');
}
