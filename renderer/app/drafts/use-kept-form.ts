import { useEffect, useEffectEvent, useState } from 'react';
import { useForm, type DefaultValues, type FieldValues, type Resolver, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { zodResolver } from '../../design/form/zod-resolver.ts';
import type { FormPlace } from './forms.ts';
import { fieldsOf, keptText, restored } from './restore.ts';
import { useKeeping, type Kept } from './use-keeping.ts';

export interface KeptFormOptions<In extends FieldValues, Out> extends FormPlace {
  /** checks the form when it is sent; its fields are what is kept */
  readonly schema: z.ZodType<Out, In>;
  readonly defaults: DefaultValues<In>;
  /**
   * What the fields are about beside person and matter: a question among many, a step of several. They come back for the
   * same only.
   */
  readonly of?: Readonly<Record<string, string>>;
  /** another check than the schema's alone */
  readonly resolver?: Resolver<In, unknown, Out>;
}

/**
 * A form whose fields are kept while they are typed and stand there again when it is opened the next time.
 * Show `DraftLine` in it, and call `kept.done()` once the core has taken what was sent. Not for passwords.
 */
export const useKeptForm = <In extends FieldValues, Out>({
  schema,
  defaults,
  resolver,
  of,
  ...place
}: KeptFormOptions<In, Out>): { readonly form: UseFormReturn<In, unknown, Out>; readonly kept: Kept } => {
  const form = useForm<In, unknown, Out>({ resolver: resolver ?? zodResolver(schema), shouldFocusError: false, defaultValues: defaults });
  // defaults are those of the moment the form was opened
  const [first] = useState(() => {
    const fields = [...fieldsOf(schema), ...Object.keys(of ?? {})];
    return { defaults, fields, of: of ?? {}, empty: keptText(fields, {}, of ?? {}) };
  });
  const { changed, ...kept } = useKeeping(place, first.empty, (text) => {
    const found = restored(first.fields, first.defaults, text);
    if (Object.entries(first.of).some(([name, value]) => found[name] !== value)) return false;
    const fields = Object.fromEntries(Object.entries(found).filter(([name]) => !(name in first.of)));
    form.reset({ ...first.defaults, ...fields } as In, { keepDefaultValues: true });
    return true;
  });
  const onValues = useEffectEvent(() => changed(keptText(first.fields, first.defaults, { ...form.getValues(), ...first.of })));
  const { subscribe } = form;
  useEffect(() => subscribe({ formState: { values: true }, callback: () => onValues() }), [subscribe]);
  return { form, kept };
};
