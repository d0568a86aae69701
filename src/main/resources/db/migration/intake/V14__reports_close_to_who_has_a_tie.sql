create policy found_by_the_watch on intake.report for select to masar_app using (access.viewer() = 'system:conflict');
