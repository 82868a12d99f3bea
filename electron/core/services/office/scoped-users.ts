import { z } from 'zod';
import { Absence, CaseScope } from '../../../../shared/domain/office.ts';
import type { ScopedUser } from '../../../../shared/domain/scope.ts';
import type { Vault } from '../../vault/types.ts';

const Units = z.array(z.string());
const Absences = z.array(Absence);

const read = <T>(schema: z.ZodType<T>, text: unknown): T | undefined => (typeof text === 'string' ? schema.parse(JSON.parse(text)) : undefined);

/** The users of the workplace as far as their scope goes, off the index: asked at every act. */
export const scopedUsers = (vault: Vault): readonly ScopedUser[] =>
  vault.rows('office', 'user', ['scope', 'units', 'absences', 'dismissed']).map(({ id, scope, units, absences, dismissed }) => {
    const known = { scope: scope === null ? undefined : CaseScope.parse(scope), units: read(Units, units), absences: read(Absences, absences) };
    return {
      id,
      ...(known.scope === undefined ? {} : { scope: known.scope }),
      ...(known.units === undefined ? {} : { units: known.units }),
      ...(known.absences === undefined ? {} : { absences: known.absences }),
      ...(typeof dismissed === 'string' ? { dismissedOn: dismissed } : {}),
    };
  });
