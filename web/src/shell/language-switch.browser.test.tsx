// Changing the language while something is written.

import { createSignal } from 'solid-js';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { useWords } from '../i18n/language.tsx';
import { show } from '../testing/show.tsx';
import { LanguageSwitch } from './language-switch.tsx';

function Form() {
  const { t } = useWords();
  const [text, setText] = createSignal('');
  return (
    <>
      <LanguageSwitch />
      <input aria-label={t('shell.language')} value={text()} onInput={(event) => setText(event.currentTarget.value)} />
    </>
  );
}

it('speaks the other language at once, and leaves what is written and where the hand is', async () => {
  await show(() => <Form />);
  await page.getByRole('textbox', { name: 'Language' }).fill('half a sen');
  await page.getByRole('button', { name: /简体中文/ }).click();

  await expect.element(page.getByRole('textbox', { name: '语言' })).toHaveValue('half a sen');
  await expect.poll(() => document.documentElement.lang).toBe('zh-CN');
  await page.getByRole('button', { name: /English/ }).click();
  await expect.element(page.getByRole('textbox', { name: 'Language' })).toHaveValue('half a sen');
});
