import { describe, expect, test } from 'vitest';
import { decode } from '../../indexer/decode.ts';

const TEXT = 'Café “Zürich” – 5 €';

describe('decode', () => {
  test('UTF-8, with or without its mark', () => {
    expect(decode(Buffer.from(TEXT))).toEqual({ text: TEXT });
    expect(decode(Buffer.from(`\u{feff}${TEXT}`))).toEqual({ text: TEXT });
  });
  test('UTF-16 by its mark, in both orders', () => {
    const little = Buffer.from(`\u{feff}${TEXT}`, 'utf16le');
    expect(decode(little)).toEqual({ text: TEXT, note: 'read as UTF-16LE' });
    expect(decode(Buffer.from(little).swap16())).toEqual({ text: TEXT, note: 'read as UTF-16BE' });
  });
  test('Windows-1252 where it is no UTF-8, and says so', () => {
    expect(decode(Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x80, 0x94]))).toEqual({
      text: 'Café “€”',
      note: 'no UTF-8; read as windows-1252',
    });
  });
  test('else what the page says of itself', () => {
    const page = Buffer.concat([Buffer.from('<meta charset="iso-8859-2">'), Buffer.from([0xb1, 0xe6])]);
    expect(decode(page).text).toMatch(/ąć$/);
    const feed = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?>'),
      Buffer.from([0xcd, 0xee]),
    ]);
    expect(decode(feed).text).toMatch(/Но$/);
    const nonsense = Buffer.concat([Buffer.from('<meta charset="klingon">'), Buffer.from([0xe9])]);
    expect(decode(nonsense).text).toMatch(/é$/);
  });
  test('what the server says wins over what the page says, and over a guess', () => {
    const page = Buffer.concat([Buffer.from('<meta charset="iso-8859-2">'), Buffer.from([0xcd, 0xee])]);
    expect(decode(page, 'windows-1251')).toEqual({
      text: '<meta charset="iso-8859-2">Но',
      note: 'read as windows-1251, as its server says',
    });
    expect(decode(Buffer.from('Но', 'utf16le'), 'UTF-16LE').text).toBe('Но');
    expect(decode(Buffer.from(TEXT), 'UTF-8')).toEqual({ text: TEXT });
    expect(decode(Buffer.from(`\u{feff}${TEXT}`, 'utf16le'), 'utf-8').text).toBe(TEXT);
  });
  test.each([
    ['utf-8', 'its server says utf-8, which it is not; no UTF-8; read as windows-1252'],
    ['klingon', 'its server says klingon, an encoding that nobody knows; no UTF-8; read as windows-1252'],
  ])('a server that is wrong with %s is noted, and the text read', (served, note) => {
    expect(decode(Buffer.from([0x43, 0xe9]), served)).toEqual({ text: 'Cé', note });
  });
  test('bytes that are no text are refused', () => {
    expect(() => decode(Buffer.from([0x50, 0x00, 0x01]))).toThrow(/NUL bytes/);
    expect(() => decode(Buffer.from([0x50, 0x00, 0x01]), 'utf-8')).toThrow(/NUL bytes/);
  });
});
