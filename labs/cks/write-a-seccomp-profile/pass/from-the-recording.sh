ssh node01
sudo -i
# The names come out of the recording: the last word of each line that begins with a number.
cd /home/candidate
names=$(grep -E '^ *[0-9]' recording.txt | awk '{ print $NF }' | grep -vE '^(total|clone)$' | sed 's/.*/"&"/' | paste -sd, -)
mkdir -p $(dirname /var/lib/kubelet/seccomp/${{ profile }})
cat > /var/lib/kubelet/seccomp/${{ profile }} <<EOF
{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 1,
  "syscalls": [
    { "names": ["${{ watched }}"], "action": "SCMP_ACT_LOG" },
    { "names": ["clone"], "action": "SCMP_ACT_ALLOW",
      "args": [{ "index": 0, "value": 2114060288, "op": "SCMP_CMP_MASKED_EQ" }] },
    { "names": [$names], "action": "SCMP_ACT_ALLOW" }
  ]
}
EOF
cat > /etc/kubernetes/manifests/server.yaml <<'EOF'
apiVersion: v1
kind: Pod
metadata:
  name: ${{ app }}
  namespace: ${{ ns }}
  labels: { app: ${{ app }} }
spec:
  containers:
    - name: server
      image: nginx:1.29
      ports: [{ containerPort: 8080 }]
      securityContext:
        allowPrivilegeEscalation: false
        seccompProfile: { type: Localhost, localhostProfile: ${{ profile }} }
      volumeMounts: [{ name: pages, mountPath: /usr/share/nginx/html, readOnly: true }]
  volumes: [{ name: pages, hostPath: { path: /srv/pages, type: DirectoryOrCreate } }]
EOF
