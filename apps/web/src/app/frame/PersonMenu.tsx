import type { CurrentLogin } from '@expert-forum/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { SignOut } from '../../features/logins/components/SignOut.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { chooseTheme, THEMES, useTheme } from '../../shared/theme/theme.js';
import { ChoiceRow } from '../../shared/ui/ChoiceRow.js';
import { Popover } from '../../shared/ui/Popover.js';
import { LanguageChoice } from './LanguageChoice.js';
import type { Place } from './places.js';
import styles from './PersonMenu.module.css';

interface Props {
  readonly member: CurrentLogin['member'];
  /** Places for which the bar of a phone has no room. */
  readonly further: readonly Place[];
}

/** How the forum looks to this person on this device, and the way out. */
export function PersonMenu({ member, further }: Props) {
  const text = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const theme = useTheme();
  const face = (
    <>
      <span className={styles.name}>{member.name}</span>
      <span className={styles.more}>{text('app.more')}</span>
    </>
  );
  return (
    <Popover name={text('settings.title')} face={face}>
      <div className={styles.settings}>
        {further.length > 0 && (
          <nav aria-label={text('app.more')} className={styles.further}>
            {further.map(({ to, name }) => (
              <Link key={to} to={to} params={{ language }}>
                {text(name)}
              </Link>
            ))}
          </nav>
        )}
        <p>
          {text('login.signedInAs', { name: member.name })}
          <br />
          <span className={styles.address}>{member.email}</span>
        </p>
        <div>
          <h3>{text('settings.language')}</h3>
          <LanguageChoice />
        </div>
        <ChoiceRow
          name={text('settings.theme')}
          isNameShown
          choices={THEMES.map((value) => ({ value, label: text(`theme.${value}`) }))}
          chosen={theme}
          onChoose={chooseTheme}
        />
        <SignOut memberId={member.id} leave={() => navigate({ to: '/$language/sign-in', params: { language } })} />
      </div>
    </Popover>
  );
}
