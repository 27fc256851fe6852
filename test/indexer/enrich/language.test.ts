import { describe, expect, test } from 'vitest';
import { detectLanguage, isEnglish } from '../../../indexer/enrich/language.ts';

describe('the language of a document', () => {
  test.each([
    ['en', 'Foreign ministers arrived in Montreux on Tuesday night.'],
    ['de', 'Die Außenminister sind am Dienstagabend in Montreux eingetroffen.'],
    ['fr', 'Les ministres des Affaires étrangères sont arrivés mardi soir à Montreux.'],
    ['es', 'Los ministros de Exteriores llegaron el martes por la noche a Montreux.'],
    ['ru', 'Министры иностранных дел прибыли во вторник вечером в Монтрё.'],
    ['ar', 'وصل وزراء الخارجية إلى مونترو مساء الثلاثاء لإجراء محادثات.'],
  ])('%s', (language, text) => {
    expect(detectLanguage([{ text }])).toBe(language);
  });
  test('too little to go by is undetermined, and no English', () => {
    expect(detectLanguage([{ text: 'Goal! Messi.' }])).toBe('und');
    expect(detectLanguage([])).toBe('und');
    expect(detectLanguage([{ text: '2–1 (45) 90+3 10:45 2014 22/1 100.000 1.000.000' }])).toBe('und');
    expect(isEnglish('und')).toBe(false);
  });
  test('the updates decide together; a title counts where there is no text', () => {
    expect(
      detectLanguage([
        { text: 'Tor!' },
        { text: 'Die Mannschaft hat das Spiel in der Nachspielzeit gedreht.' },
      ]),
    ).toBe('de');
    expect(detectLanguage([{ title: 'Die Regierung tritt noch heute Abend zurück', text: '' }])).toBe('de');
  });
  test('English has regions', () => {
    expect([isEnglish('en'), isEnglish('en-GB'), isEnglish('eng'), isEnglish('de')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
