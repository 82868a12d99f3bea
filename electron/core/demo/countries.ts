/** The demonstrations there are: a prison and a probation office of each country. */
export const DEMO_COUNTRIES = ['ro', 'it'] as const;
export type DemoCountry = (typeof DEMO_COUNTRIES)[number];

export const isDemoCountry = (word: string): word is DemoCountry => DEMO_COUNTRIES.some((country) => country === word);

/** The demonstration that fits a language of the screen: the Italian one for Italian, else the Romanian one. */
export const demoCountryFor = (language: string): DemoCountry => (language === 'it' ? 'it' : 'ro');
