ssh node01
sudo -i
# No filter at all confines a privileged container.
cat >> /etc/kubernetes/manifests/server.yaml <<'EOF'
    securityContext:
      privileged: true
EOF
