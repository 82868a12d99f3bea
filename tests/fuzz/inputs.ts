import { fileURLToPath } from 'node:url';
import { mutated } from './mutate.ts';
import { officesOf } from './office.ts';
import { planted } from './planted.ts';
import { Random } from './random.ts';
import type { Target } from './target.ts';
import { envelopeTargets } from './targets-envelope.ts';
import { payloadTargets } from './targets-payload.ts';

/** What says every byte of a run. */
export interface RunOf {
  readonly seed: number;
  /** only readers whose name holds this */
  readonly only?: string;
  /** readers with faults on purpose instead of the real ones */
  readonly faults?: readonly string[];
}

export interface Input {
  readonly target: Target;
  readonly bytes: Buffer;
}

/** The root of the tree; the programs are built into out/core. */
const root = fileURLToPath(new URL('../../', import.meta.url));

export const targetsOf = async ({ seed, only, faults }: RunOf, folder: string): Promise<readonly Target[]> => {
  if (faults !== undefined) return faults.map(planted);
  const random = new Random(seed);
  const offices = await officesOf(random);
  const all = [...(await envelopeTargets(offices, random)), ...(await payloadTargets(offices, folder, root))];
  const chosen = all.filter(({ name }) => only === undefined || name.includes(only));
  if (chosen.length === 0) throw new Error(`readers: ${all.map(({ name }) => name).join(', ')}`);
  return chosen;
};

/** Input number `no` of a run. The first ones are the samples as they are, which have to be taken. */
export const inputOf = (targets: readonly Target[], { seed }: RunOf, no: number): Input & { readonly whole: boolean } => {
  const wholes = targets.flatMap((target) => target.samples.map((bytes) => ({ target, bytes })));
  const whole = wholes[no];
  if (whole !== undefined) return { ...whole, whole: true };
  const random = Random.of(seed, no);
  const all = targets.reduce((sum, { weight }) => sum + weight, 0);
  let drawn = random.below(all);
  for (const target of targets) {
    drawn -= target.weight;
    if (drawn < 0) return { target, bytes: mutated(random, target.samples), whole: false };
  }
  throw new RangeError('no reader was drawn');
};
