create policy proposed_as_the_person_wishes on retention.deletion for insert to masar_app
    with check (access.viewer() = 'system:wish' and proposed_by = access.viewer_account());
