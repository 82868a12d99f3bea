/** Things made up at random for tests, the same at every run: each maker takes a source of numbers below a bound. */
export type Numbers = (below: number) => number;
export type Made<T> = (numbers: Numbers) => T;

/** Numbers that are the same at every run. */
export const numbersFrom = (seed: number): Numbers => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

export const nat =
  (most: number): Made<number> =>
  (numbers) =>
    numbers(most + 1);

export const oneOf =
  <T>(...values: readonly T[]): Made<T> =>
  (numbers) => {
    const value = values[numbers(values.length)];
    if (value === undefined) throw new RangeError('nothing to choose from');
    return value;
  };

/** Nothing in one of four. */
export const maybe =
  <T>(made: Made<T>): Made<T | undefined> =>
  (numbers) =>
    numbers(4) === 0 ? undefined : made(numbers);

export const list =
  <T>(made: Made<T>, least: number, most: number): Made<T[]> =>
  (numbers) =>
    Array.from({ length: least + numbers(most - least + 1) }, () => made(numbers));

/** Histories tried: some hundred in every run, thousands in the full one. */
export const RUNS = Number(process.env['VARCO_RUNS'] ?? 300);

/** Tries a test on as many made-up things; the number of the run that fails is told. */
export const tried = <T>(made: Made<T>, test: (value: T) => void): void => {
  for (let run = 1; run <= RUNS; run += 1) {
    const value = made(numbersFrom(run * 7919));
    try {
      test(value);
    } catch (error) {
      throw new Error(`run ${run}: ${JSON.stringify(value)}`, { cause: error });
    }
  }
};
