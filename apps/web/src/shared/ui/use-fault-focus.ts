import { type RefObject, useEffect, useRef } from 'react';

/** For a form: after it was refused, the first field with a fault is where one goes on. */
export function useFaultFocus(faults: Readonly<Record<string, string>>): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  const faulty = Object.keys(faults).join();
  useEffect(() => {
    if (faulty !== '') form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faulty]);
  return form;
}
