/**
 * A seal on bytes that lie in a folder where anything may happen to them.
 */
import { createHash } from 'node:crypto';

/** Goes up when the layout of what is sealed changes. */
const FORM = 'pmroles-ladder-2';

/** Puts a line before some bytes by which damage is known. */
export function seal(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(sealOf(content)), content]);
}

/** Takes the seal off. */
export function unseal(bytes: Buffer): Buffer | undefined {
  const from = bytes.indexOf('\n') + 1;
  const content = bytes.subarray(from);
  return bytes.toString('latin1', 0, from) === sealOf(content) ? content : undefined;
}

function sealOf(content: Buffer): string {
  return `${FORM} ${createHash('sha256').update(content).digest('hex')}\n`;
}
