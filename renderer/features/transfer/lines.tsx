import { Card } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';

/** One entry: what it is, what more there is to it, where it stands, and a day beside it. */
export interface Line {
  readonly id: string;
  readonly main: string;
  /** in which `main` is written, where it is somebody's own words */
  readonly lang?: string | undefined;
  readonly more?: readonly (string | undefined)[] | undefined;
  readonly tag?: string | undefined;
  readonly side?: string | undefined;
}

/** Entries of one kind under a heading; said when there are none, so that nothing seems forgotten. */
export const Lines = ({ title, none, lines }: { readonly title: string; readonly none: string; readonly lines: readonly Line[] }) => (
  <Card title={title}>
    {lines.length === 0 ? <p className="v-soft">{none}</p> : null}
    <ul className="v-lines">
      {lines.map(({ id, main, lang, more = [], tag, side }) => {
        const rest = more.filter((part) => part !== undefined && part !== '').join(' · ');
        return (
          <li key={id}>
            <span>
              <span {...(lang === undefined ? {} : { lang })}>{main}</span>
              {rest === '' ? null : (
                <>
                  <br />
                  <span className="v-soft">{rest}</span>
                </>
              )}
            </span>
            <span>
              {tag === undefined ? null : <Tag>{tag}</Tag>} <span className="v-number v-soft">{side}</span>
            </span>
          </li>
        );
      })}
    </ul>
  </Card>
);
