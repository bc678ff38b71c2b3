import { expect, test, vi } from 'vitest';
import { sendMail } from './mail';

test('sends', () => {
  expect(vi.mocked(sendMail)).toBe(sendMail);
});
