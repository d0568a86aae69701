package masar.launch.internal;

/**
 * Settings of the embedded cluster. Durability stays at PostgreSQL's default (every acknowledged write is on disk); logs
 * carry neither parameters nor row values, because they would be personal data in clear text.
 */
final class PostgresSettings {

    static final String TEXT = """
            max_connections = 60
            shared_buffers = 128MB
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_statement = none
            timezone = 'UTC'
            """;

    private PostgresSettings() {}
}
