// Passkeys: asks the device, puts its answer into a plain form and sends that. Without passkeys the buttons stay hidden.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

const answerOf = (credential) => {
  const { response } = credential;
  const said = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    said.attestationObject = text(response.attestationObject);
    said.transports = response.getTransports ? response.getTransports() : [];
  } else {
    said.authenticatorData = text(response.authenticatorData);
    said.signature = text(response.signature);
    if (response.userHandle) said.userHandle = text(response.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: {},
    response: said,
  });
};

const trouble = (form, shown) => {
  for (const note of form.querySelectorAll('[data-passkey-trouble]')) note.hidden = !shown;
};

// Signing: the challenge is fetched when the button is pressed, for this browser and five minutes.
const sign = async (form) => {
  const body = new URLSearchParams({ _csrf: form.elements._csrf.value, _once: crypto.randomUUID() });
  const asked = await fetch('/sign-in/passkey/challenge', { method: 'POST', body, credentials: 'same-origin' });
  if (!asked.ok) throw new Error('no challenge');
  const options = await asked.json();
  const credential = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge) },
  });
  (form.elements.answer ?? form.elements._confirm_passkey).value = answerOf(credential);
  form.requestSubmit();
};

const make = async (form) => {
  const options = JSON.parse(form.dataset.passkeyMake);
  const withBytes = (each) => ({ ...each, id: bytes(each.id) });
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: withBytes(options.user),
      excludeCredentials: options.excludeCredentials.map(withBytes),
    },
  });
  form.elements.answer.value = answerOf(credential);
  form.requestSubmit();
};

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll('form[data-passkey-sign]')) {
    const button = form.querySelector('[data-passkey-button]');
    if (!button) continue;
    form.hidden = false;
    button.hidden = false;
    button.addEventListener('click', () => {
      trouble(form, false);
      sign(form).catch(() => trouble(form, true));
    });
  }
  for (const form of document.querySelectorAll('form[data-passkey-make]')) {
    form.addEventListener(
      'submit',
      (event) => {
        if (form.elements.answer.value || !form.elements.name.value.trim()) return;
        event.preventDefault();
        event.stopPropagation();
        trouble(form, false);
        make(form).catch(() => trouble(form, true));
      },
      { capture: true },
    );
  }
}
