import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { actingMandateId } from '../../../shared/api/acting-mandate.js';
import { renderInEnglish } from '../../../shared/i18n/in-english.fixture.js';
import { SignInForm } from './SignInForm.js';

const LOGIN = { member: { id: 'm', name: 'Timur', email: 'timur@forum.example', language: 'en' }, mandates: [{ id: 'md-1' }] };

const answering = (status: number, body: object): jest.Mock<typeof fetch> => {
  const mock = jest.fn<typeof fetch>().mockResolvedValue({ ok: status < 400, status, json: async () => body } as Response);
  globalThis.fetch = mock;
  return mock;
};

async function tryToSignIn(email: string, password: string): Promise<jest.Mock<() => void>> {
  const onSignedIn = jest.fn<() => void>();
  await renderInEnglish(<SignInForm onSignedIn={onSignedIn} />);
  if (email !== '') await userEvent.type(screen.getByLabelText('E-mail'), email);
  if (password !== '') await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  return onSignedIn;
}

const said = async (): Promise<string | null> => (await screen.findByRole('alert')).textContent;

afterEach(cleanup);

describe('signing in by e-mail and password', () => {
  it('[PE12] leads on, under the first mandate', async () => {
    const asked = answering(201, LOGIN);
    const onSignedIn = await tryToSignIn(' timur@forum.example ', ' a password ');
    expect(onSignedIn).toHaveBeenCalled();
    expect(actingMandateId()).toBe('md-1');
    expect(asked).toHaveBeenCalledWith('/api/v1/logins', expect.objectContaining({ body: '{"email":"timur@forum.example","password":" a password "}' }));
  });

  it('says at each empty field that it is needed, goes to the first, and asks nobody', async () => {
    const asked = answering(201, LOGIN);
    await tryToSignIn('', '');
    const [email, password] = [screen.getByLabelText('E-mail'), screen.getByLabelText('Password')];
    for (const field of [email, password]) {
      expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('This is needed.');
    }
    expect(document.activeElement).toBe(email);
    expect(asked).not.toHaveBeenCalled();
  });

  it('[PE12] has one answer for a wrong password and for what is no address', async () => {
    answering(401, { status: 401, code: 'sign-in-failed' });
    const onSignedIn = await tryToSignIn('timur@forum.example', 'wrong');
    expect(await said()).toBe('The address or the password is not right.');
    expect(onSignedIn).not.toHaveBeenCalled();
    cleanup();
    answering(422, { status: 422, code: 'input-invalid', errors: [{ pointer: '/email', code: 'isEmail' }] });
    await tryToSignIn('timur', 'wrong');
    expect(await said()).toBe('The address or the password is not right.');
  });

  it('[PE12] says how long to wait after too many attempts', async () => {
    answering(429, { status: 429, code: 'sign-in-limited' });
    await tryToSignIn('timur@forum.example', 'wrong');
    expect(await said()).toBe('Too many attempts. Sign in again in a quarter of an hour.');
  });

  it('says that nobody answers, and keeps what was typed', async () => {
    globalThis.fetch = jest.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch'));
    await tryToSignIn('timur@forum.example', 'a password');
    expect(await said()).toContain('The Forum cannot be reached.');
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('a password');
  });
});
