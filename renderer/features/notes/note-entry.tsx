import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../../shared/contract/notes.ts';
import type { EarlierWords } from '../../../shared/domain/note.ts';
import { mayCorrect } from '../../../shared/domain/note-rules.ts';
import { useFormOpen } from '../../app/drafts/use-form-open.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';
import { useClient, useMay, useSession, userName } from '../../app/session-context.tsx';
import { useAction } from '../../app/use-action.ts';
import { useDateText } from '../../app/words.ts';
import { Button } from '../../design/button.tsx';
import { Row } from '../../design/layout.tsx';
import { Tag } from '../../design/tag.tsx';
import { useOfferBreach } from '../breaches/use-offer-breach.ts';
import { CorrectNote } from './correct-note.tsx';
import { DisputeNote } from './dispute-note.tsx';

/** One note to read: what, when, what it rests on and who wrote it; below, what the person says against it and earlier words. */
export const NoteEntry = ({ view }: { readonly view: NoteView }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const client = useClient();
  const may = useMay();
  const { status } = useSession();
  const takingBack = useAction();
  const offerBreach = useOfferBreach();
  const { note } = view;
  const [correcting, setCorrecting] = useFormOpen('notes.correct', note.id);
  const [disputing, setDisputing] = useFormOpen('notes.dispute', note.id);
  const nameOf = useNameOf();
  const me = { id: status.user?.id ?? '', leads: status.user?.roles.includes('COORDINATOR') ?? false };
  const about = `${t(`enums:noteKind.${note.kind}`)}, ${date(note.on)}`;
  return (
    <article className="v-note" aria-label={about}>
      <div className="v-note-head">
        <div className="v-note-facts">
          <Tag tone="accent">{t(`enums:noteKind.${note.kind}`)}</Tag>
          <span className="v-number">{date(note.on)}</span>
          <span>{t(`enums:basis.${note.basis}`)}</span>
          <span>{nameOf(note.createdBy)}</span>
          {note.groupId === undefined ? null : <span>{t('notes:entry.forMany')}</span>}
          {note.earlier.length === 0 ? null : <Tag>{t('notes:entry.corrected')}</Tag>}
        </div>
        {may('case.write') ? (
          <Row>
            {view.canTakeBack ? (
              <Button variant="link" aria-label={`${t('notes:entry.takeBack')}: ${about}`} onPress={() => void takingBack.run(() => client.notes.takeBack({ noteIds: [note.id] })).then((done) => done && offerBreach())}>
                {t('notes:entry.takeBack')}
              </Button>
            ) : null}
            {mayCorrect(note, me) ? (
              <Button variant="link" aria-label={`${t('notes:correct.open')}: ${about}`} onPress={() => setCorrecting(true)}>
                {t('notes:correct.open')}
              </Button>
            ) : null}
            <Button variant="link" aria-label={`${t('notes:dispute.open')}: ${about}`} onPress={() => setDisputing(true)}>
              {t('notes:dispute.open')}
            </Button>
          </Row>
        ) : null}
      </div>
      <ProblemNotice problem={takingBack.problem} />
      <p className="v-note-words" lang={note.lang}>
        {note.text}
      </p>
      {note.disputes.map((dispute) => (
        <div key={dispute.id} className="v-note-beside">
          <b>{t('notes:entry.disputed', { date: date(dispute.on) })}</b>
          <p className="v-note-words">{dispute.text}</p>
        </div>
      ))}
      {note.earlier.length === 0 ? null : <Earlier earlier={note.earlier} />}
      {correcting ? <CorrectNote note={note} onClose={() => setCorrecting(false)} /> : null}
      {disputing ? <DisputeNote note={note} onClose={() => setDisputing(false)} /> : null}
    </article>
  );
};

/** Words that were corrected, newest first: nothing that stood here is lost. */
const Earlier = ({ earlier }: { readonly earlier: readonly EarlierWords[] }) => {
  const { t } = useTranslation();
  const date = useDateText();
  const nameOf = useNameOf();
  const { status } = useSession();
  return (
    <details>
      <summary>{t('notes:entry.earlier', { count: earlier.length })}</summary>
      {earlier.toReversed().map((words) => (
        <div key={words.until} className="v-note-beside">
          <span className="v-soft">
            {t('notes:entry.until', { date: date(dayOf(words.until, status.workplace?.timeZone ?? 'UTC')), by: nameOf(words.correctedBy), reason: words.reason })}
            {' · '}
            {t(`enums:noteKind.${words.kind}`)}, {date(words.on)}, {t(`enums:basis.${words.basis}`)}
          </span>
          <p className="v-note-words" lang={words.lang}>
            <s>{words.text}</s>
          </p>
        </div>
      ))}
    </details>
  );
};

/** The civil date of an instant at the workplace. */
const dayOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));

/** Names of colleagues; who is no longer here is not guessed. */
const useNameOf = (): ((id: string) => string) => {
  const { t } = useTranslation();
  const { status } = useSession();
  return (id) => userName(status, id) ?? t('office:audit.formerUser');
};
