import { expect, it } from 'vitest';
import { patternFault } from './patterns.ts';

it.each([
  '^[0-9]{1,18}$',
  '^\\d{12}$',
  '^[a-z]+(-[a-z])?$',
  '^(1[3-9]|2)[0-9]+$',
  '^([0-9]{2}|[0-9]{4})$',
  '^(ab){1,3}$',
  '^\\([^)]+\\)$',
  '^[(a+)+]+$',
  '\\p{Script=Han}+',
  '^(?:甘|陕)[A-Z][0-9]{5}$',
  // What stands between belongs to neither, or what follows is another kind.
  '^[a-z]+@[a-z]+$',
  '^[A-Z]*[0-9]*$',
  '^\\s*\\S+$',
  '^[0-9]{0,18}[0-9]{0,18}$',
  '^[a-z]+(?:-[a-z]+)?$',
  '^(?:[a-z]+|[0-9]+)x[a-z]$',
])('lets %s pass', (pattern) => expect(patternFault(pattern)).toBeUndefined());

it.each([
  ['([0-9]+)+', 'nested'],
  ['^(a*)*$', 'nested'],
  ['^((ab?c+)d)*$', 'nested'],
  ['^(a+){2,}$', 'nested'],
  ['^(a{1,50}){1,50}$', 'nested'],
  ['^((a+)?)*$', 'nested'],
  ['(?:(?<x>a+))*', 'nested'],
  ['(a|a)*', 'alternatives'],
  ['^(?:a|b)+$', 'alternatives'],
  ['^a*a*b$', 'adjacent'],
  ['^[a-z]+[a-f0-9]+$', 'adjacent'],
  ['^\\s*[\\s\\S]*$', 'adjacent'],
  ['^.*[0-9]?.*$', 'adjacent'],
  ['^[0-9]{1,200}\\d{1,200}$', 'adjacent'],
  ['^(?:[a-z]+)[a-z]+$', 'adjacent'],
  ['^[a-z]+(?:[a-z]+-)?$', 'adjacent'],
  ['^(?:[a-z]+|[0-9]+)[0-9]+$', 'adjacent'],
  ['^\\p{L}+[中-国]+$', 'adjacent'],
  ['(a)\\1', 'reference'],
  ['(?<x>a)\\k<x>', 'reference'],
  ['(', 'invalid'],
  ['[z-a]', 'invalid'],
  ['\\-', 'invalid'],
])('refuses %s as %s', (pattern, fault) => expect(patternFault(pattern)).toBe(fault));
