/** A revision `height-token` as RxDB writes it: how often a document was saved, and the session that saved it. */
export interface Revision {
  readonly height: number;
  readonly token: string;
}

const FORM = /^([1-9]\d{0,8})-(.+)$/s;

/** Any other text keeps height 0 and is its own token, so that nothing a caller names is lost. */
export const parseRevision = (text: string): Revision => {
  const match = FORM.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined ? { height: Number(match[1]), token: match[2] } : { height: 0, token: text };
};

export const revisionText = ({ height, token }: Revision): string => (height === 0 ? token : `${height}-${token}`);
