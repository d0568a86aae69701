create policy told_when_declined on casefile.closure for insert to masar_app
    with check (account = access.viewer_account() and access.viewer() = 'system:way');
