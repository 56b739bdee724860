import type { NewCentre, PeopleView } from '@expert-forum/contracts';
import { CENTRE_CODE } from '@expert-forum/domain';
import { LANGUAGE_NAMES, LANGUAGES } from '../../../shared/i18n/languages.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { createCentre } from '../api/people-acts.js';
import { written } from '../../../shared/ui/read-title.js';
import { given } from '../form/fields.js';
import { type Faults, SheetForm } from '../form/SheetForm.js';
import { countryOf } from '../register/read-register.js';

interface Props {
  readonly countries: PeopleView['countries'];
  /** The country whose code stands in the field beforehand. */
  readonly country?: string | undefined;
  readonly onCreated: (code: string) => void;
  readonly onClose: () => void;
}

/** A further centre: its code, which stands beside its words in the text, and its name. */
export function CentreSheet({ countries, country, onCreated, onClose }: Props) {
  const text = useText();
  const codes = countries.map(({ code }) => code);
  const unknownCountry = text('people.centre.code.country', { codes: codes.join(', ') });
  const check = (form: FormData): Faults => {
    const { code } = readCentre(form);
    if (!CENTRE_CODE.test(code)) return { code: text('people.centre.code.form') };
    return codes.includes(countryOf({ code })) ? {} : { code: unknownCountry };
  };
  return (
    <Sheet title={text('people.addCentre')} onClose={onClose} isFirm>
      <SheetForm
        name={text('people.addCentre')}
        required={['code', 'name/en']}
        check={check}
        send={(form) => createCentre(readCentre(form))}
        places={{ 'centre-exists': 'code' }}
        onDone={(_made, form) => onCreated(readCentre(form).code)}
        onClose={onClose}
      >
        {(faults) => (
          <>
            <TextField
              label={text('people.centre.code')}
              hint={text('people.centre.code.hint')}
              fault={faults['code']}
              name="code"
              defaultValue={country === undefined ? '' : `${country}-`}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              style={{ textTransform: 'uppercase' }}
            />
            {LANGUAGES.map((language) => (
              <TextField
                key={language}
                label={text('people.centre.nameIn', { language: LANGUAGE_NAMES[language] })}
                hint={language === 'en' ? undefined : text('people.centre.nameIn.hint')}
                fault={faults[`name/${language}`]}
                name={`name/${language}`}
                lang={language}
                autoComplete="off"
              />
            ))}
          </>
        )}
      </SheetForm>
    </Sheet>
  );
}

const readCentre = (form: FormData): NewCentre => ({
  code: written(form, 'code').normalize('NFKC').toUpperCase(),
  name: { en: written(form, 'name/en'), ...given('ru', written(form, 'name/ru')), ...given('ja', written(form, 'name/ja')) },
});
