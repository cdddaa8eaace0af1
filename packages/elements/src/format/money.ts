import type { Language } from '../messages/messages.ts';

const formats: Record<Language, Intl.NumberFormat> = {
  zh: new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
};

/** An integer number of fen as yuan: 600.00元, 600.00 yuan. */
export function yuan(language: Language, fen: number): string {
  const figures = formats[language].format(fen / 100);
  return language === 'zh' ? `${figures}元` : `${figures} yuan`;
}
