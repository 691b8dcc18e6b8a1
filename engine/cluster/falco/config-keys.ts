/** The keys that Falco 0.44.1 knows at the top of falco.yaml; its check of the file's shape complains of others. */
export const configKeys: ReadonlySet<string> = new Set(
  (
    'append_output base_syscalls buffer_format_base64 buffered_outputs capture config_files engine falco_libs ' +
    'file_output grpc grpc_output http_output json_include_message_property json_include_output_fields_property ' +
    'json_include_output_property json_include_tags_property json_output libs_logger load_plugins log_level log_stderr ' +
    'log_syslog metrics output_timeout outputs_queue plugins plugins_hostinfo priority program_output rule_matching rules ' +
    'rules_files static_fields stdout_output syscall_event_drops syscall_event_timeouts syslog_output ' +
    'time_format_iso_8601 watch_config_files webserver'
  ).split(' '),
)

/** What Falco's check says of a map with a key that it does not know. */
export function unknownProperty(key: string): string {
  return `failed for <root>: Object contains a property that could not be validated using 'properties' or 'additionalProperties' constraints: '${key}'.`
}

export const engineKinds: readonly string[] = ['kmod', 'modern_ebpf', 'nodriver', 'replay']
