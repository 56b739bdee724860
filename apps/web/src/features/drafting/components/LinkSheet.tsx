import type { Editor } from '@tiptap/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { removeLink, setLink } from '../editor/toolbar-acts.js';
import { toHref } from '../editor/to-href.js';
import styles from './LinkSheet.module.css';

interface Props {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Asks for the address of a link and looks at it before the text gets it. */
export function LinkSheet({ editor, onClose }: Props) {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const [isBad, setBad] = useState(false);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const isLink = editor.isActive('link');
  const finish = (): void => {
    onClose();
    editor.commands.focus();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const href = toHref(String(new FormData(event.currentTarget).get('address')));
    setBad(href === null);
    if (href === null) return;
    setLink(editor, href);
    finish();
  };
  return (
    <Sheet title={text('toolbar.link')} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={text('toolbar.link.address')}
          hint={text('toolbar.link.hint')}
          fault={isBad ? text('toolbar.link.bad') : undefined}
          name="address"
          type="url"
          inputMode="url"
          autoComplete="off"
          defaultValue={String(editor.getAttributes('link')['href'] ?? '')}
        />
        <div className={styles.choices}>
          <Button type="submit" look="primary">
            {text('toolbar.link.set')}
          </Button>
          {isLink && (
            <Button
              onPress={() => {
                removeLink(editor);
                finish();
              }}
            >
              {text('toolbar.link.remove')}
            </Button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
