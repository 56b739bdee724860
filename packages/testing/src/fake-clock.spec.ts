import { FakeClock } from './fake-clock.js';

describe('FakeClock', () => {
  it('rings in order of time, and not what was cancelled', () => {
    const clock = new FakeClock(0);
    const heard: string[] = [];
    clock.after(20, () => heard.push(`late at ${clock.now().getTime()}`));
    clock.after(10, () => clock.after(5, () => heard.push(`nested at ${clock.now().getTime()}`)));
    clock.after(15, () => heard.push('never'))();
    clock.advance(19);
    expect(heard).toEqual(['nested at 15']);
    clock.advance(1);
    expect(heard).toEqual(['nested at 15', 'late at 20']);
  });
});
