import { useTranslation } from 'react-i18next';

/** On every screen of a demonstration: nobody may take its people for real ones. */
export const DemoBand = () => {
  const { t } = useTranslation();
  return (
    <div className="v-band" role="note">
      {t('common:demo.mark')} <span>{t('common:demo.text')}</span>
    </div>
  );
};
