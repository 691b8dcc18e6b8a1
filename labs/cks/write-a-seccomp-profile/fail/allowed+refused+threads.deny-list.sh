ssh node01
sudo -i
# What nobody thought of is allowed.
mkdir -p $(dirname /var/lib/kubelet/seccomp/${{ profile }})
cat > /var/lib/kubelet/seccomp/${{ profile }} <<'EOF'
{
  "defaultAction": "SCMP_ACT_ALLOW",
  "architectures": ["SCMP_ARCH_X86_64", "SCMP_ARCH_X86", "SCMP_ARCH_X32"],
  "syscalls": [
    {
      "names": [
        "mount", "umount2", "ptrace", "unshare", "setns", "swapon", "reboot", "kexec_load", "init_module",
        "finit_module", "delete_module"
      ],
      "action": "SCMP_ACT_ERRNO"
    },
    { "names": ["${{ watched }}"], "action": "SCMP_ACT_LOG" }
  ]
}
EOF
sed -i 's|^spec:$|&\n  securityContext:\n    seccompProfile:\n      type: Localhost\n      localhostProfile: ${{ profile }}|' /etc/kubernetes/manifests/server.yaml
