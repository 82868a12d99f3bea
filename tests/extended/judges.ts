import { join } from 'node:path';

const folder = (name: 'VARCO_NEW_AGE' | 'VARCO_BAGIT'): string => {
  const found = process.env[name];
  if (found === undefined) throw new Error(`${name} is not set: these tests are started by npm run conformance:extended`);
  return found;
};

export const newAge = (): string => join(folder('VARCO_NEW_AGE'), 'age');
export const newAgeKeygen = (): string => join(folder('VARCO_NEW_AGE'), 'age-keygen');
export const bagit = (): string => join(folder('VARCO_BAGIT'), 'bagit.py');
export const pythonOfBagit = (): string => join(folder('VARCO_BAGIT'), 'python');
