/** Services by name, as most systems' service databases have them. Over TCP and UDP these are the same. */
const services = `
ftp-data:20 ftp:21 ssh:22 telnet:23 smtp:25 domain:53 bootps:67 bootpc:68 tftp:69 gopher:70 finger:79 http:80 kerberos:88
pop3:110 sunrpc:111 ident:113 ntp:123 epmap:135 netbios-ns:137 netbios-dgm:138 netbios-ssn:139 imap2:143 snmp:161
snmp-trap:162 bgp:179 irc:194 ldap:389 https:443 microsoft-ds:445 submissions:465 syslog:514 submission:587 ldaps:636
domain-s:853 rsync:873 ftps-data:989 ftps:990 telnets:992 imaps:993 pop3s:995 socks:1080 openvpn:1194 ms-sql-s:1433
ms-sql-m:1434 l2f:1701 nfs:2049 mysql:3306 ms-wbt-server:3389 svn:3690 epmd:4369 sip:5060 sip-tls:5061 xmpp-client:5222
postgresql:5432 amqp:5672 amqps:5671 x11:6000 redis:6379 http-alt:8080 git:9418 bacula-dir:9101 zabbix-agent:10050
`

const ports = new Map<string, number>()

/** The port of a service, or undefined. */
export function servicePort(name: string): number | undefined {
  if (ports.size === 0)
    for (const [, service = '', port] of services.matchAll(/(\S+):(\d+)/g)) ports.set(service, Number(port))
  return ports.get(name)
}
