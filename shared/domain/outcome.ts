/**
 * A refusal is a typed value, not an exception: rules return it, services pass it on, screens say it.
 * `code` names a text in the `refusals` catalogue; `params` fill that text.
 */
export interface Refusal {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The rule allows it; `value` is the next state. */
export const allowed = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** The rule refuses; `code` is a key of the `refusals` catalogue. */
export const refused = (code: string, params?: Refusal['params']): Outcome<never> => ({
  ok: false,
  refusal: params === undefined ? { code } : { code, params },
});
