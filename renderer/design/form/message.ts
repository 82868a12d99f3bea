/**
 * A message of a form schema is the key of a text, with its values behind a question mark:
 * `refusals:password.tooShort?min=12`.
 */
export const formMessage = (key: string, params: Readonly<Record<string, string | number>> = {}): string => {
  const values = new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)])).toString();
  return values === '' ? key : `${key}?${values}`;
};

/** The words of a form message. */
export const messageText = (text: (key: string, values: Record<string, string>) => string, message: string): string => {
  const [key = '', values = ''] = message.split('?');
  return text(key, Object.fromEntries(new URLSearchParams(values)));
};
